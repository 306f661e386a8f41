import type { ComponentKind } from '../../model/risks/failure-suggestion.ts';

/** What computes: numbers, models, graphics processors. */
export const computing: readonly ComponentKind[] = [
  {
    kind: 'numerical library',
    packages: [
      'pkg:pypi/numpy',
      'pkg:pypi/scipy',
      'pkg:pypi/pandas',
      'pkg:cargo/ndarray',
      'pkg:cargo/nalgebra',
      'pkg:maven/org.apache.commons/commons-math3',
      'pkg:npm/mathjs',
      'pkg:conan/eigen',
      'pkg:deb/debian/libopenblas*',
    ],
    words: ['blas', 'lapack', 'numerical', 'numeric', 'linear algebra', 'eigen', 'statistics'],
    modes: [
      {
        mode: 'Results differ in the last digits or more',
        cause: 'Another processor, number of threads, order of summation or release',
        effect: 'A value near a threshold changes side',
        controls: [
          {
            kind: 'protective',
            text: 'Frozen results of reference data, compared for each release on each supported processor',
          },
          { kind: 'design', text: 'Pinned release; number of threads and instruction set fixed' },
        ],
      },
      {
        mode: 'Values overflow, wrap around or lose precision without an error',
        cause: 'Integer arithmetic, or a narrower type than the values need',
        effect: 'A plausible wrong number goes on',
        controls: [
          { kind: 'design', text: 'Types are stated where arrays are made and checked by the type checker' },
          { kind: 'protective', text: 'Range check of results before they are used' },
        ],
      },
      {
        mode: 'Not-a-number or infinity comes out',
        cause: 'Division by zero, logarithm of zero, empty input',
        effect: 'Comparisons are false, which can read as "normal"',
        controls: [
          { kind: 'protective', text: 'Results are tested for finiteness; otherwise the request ends with an error' },
        ],
      },
      {
        mode: 'It needs more memory or time than there is',
        cause: 'Temporary copies of large arrays',
        effect: 'No result, or the process ends',
        controls: [{ kind: 'design', text: 'Largest input is limited and part of the load test' }],
      },
    ],
  },
  {
    kind: 'machine-learning runtime',
    packages: [
      'pkg:pypi/torch',
      'pkg:pypi/torchvision',
      'pkg:pypi/tensorflow',
      'pkg:pypi/onnxruntime',
      'pkg:pypi/scikit-learn',
      'pkg:pypi/keras',
      'pkg:pypi/transformers',
      'pkg:npm/onnxruntime-web',
      'pkg:npm/%40tensorflow/*',
      'pkg:cargo/ort',
    ],
    words: ['inference', 'neural', 'machine learning', 'onnx', 'tensor'],
    modes: [
      {
        mode: 'Scores differ from those of the clinical evaluation',
        cause: 'Other kernels, hardware, precision mode or release',
        effect: 'A case near the decision threshold changes side',
        controls: [
          { kind: 'protective', text: 'The evaluation data set is scored anew for each release; no result may change' },
          { kind: 'design', text: 'Deterministic algorithms; release and weights pinned together' },
        ],
      },
      {
        mode: 'The model runs in a wrong mode or with wrong weights',
        cause: 'Training mode left on, weights of another release, layers not loaded',
        effect: 'Every score is slightly wrong, and none looks wrong',
        controls: [
          { kind: 'protective', text: 'Hash of the weights compared before loading; strict loading' },
          { kind: 'protective', text: 'A known case is scored at start' },
        ],
      },
      {
        mode: 'Input is arranged otherwise than in training',
        cause: 'Channel order, scaling, resizing or memory layout',
        effect: 'Scores lose their meaning',
        controls: [
          { kind: 'design', text: 'One function prepares input for training and for the device' },
          { kind: 'protective', text: 'Reference cases from raw input to score' },
        ],
      },
      {
        mode: 'Code in a model file is executed',
        cause: 'Serialised objects that run code when they are opened',
        effect: 'Foreign code in the device',
        controls: [{ kind: 'design', text: 'Only formats without code are opened; files are signed or hashed' }],
      },
    ],
  },
  {
    kind: 'graphics-processor runtime',
    packages: ['pkg:pypi/nvidia-*', 'pkg:pypi/cupy*', 'pkg:pypi/pyopencl', 'pkg:pypi/triton'],
    words: ['cuda', 'opencl', 'gpu', 'cudnn', 'rocm', 'vulkan'],
    modes: [
      {
        mode: 'It computes other values than the processor does',
        cause: 'Reduced precision, other order of operations, another device',
        effect: 'Results depend on the hardware of the customer',
        controls: [
          { kind: 'protective', text: 'Comparison with results of the processor for each supported device' },
          { kind: 'design', text: 'Precision modes fixed' },
        ],
      },
      {
        mode: 'No device is found, or it is lost while computing',
        cause: 'Driver, memory of the device, overheating',
        effect: 'No result, or a silent fall back that is much slower',
        controls: [
          { kind: 'protective', text: 'The device is tested at start; a time limit ends the request with an error' },
        ],
      },
      {
        mode: 'Memory of an earlier computation is read',
        cause: 'Buffers are not initialised',
        effect: 'Data of another patient enters a result',
        controls: [
          { kind: 'design', text: 'Buffers are initialised' },
          { kind: 'protective', text: 'The same case gives the same result after any other case' },
        ],
      },
    ],
  },
];
