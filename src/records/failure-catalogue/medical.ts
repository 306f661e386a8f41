import type { ComponentKind } from '../../model/risks/failure-suggestion.ts';

/** What carries or shows medical data: toolkits of its formats, image display. */
export const medical: readonly ComponentKind[] = [
  {
    kind: 'toolkit for medical data (DICOM, HL7, FHIR)',
    packages: [
      'pkg:pypi/pydicom',
      'pkg:pypi/pynetdicom',
      'pkg:pypi/highdicom',
      'pkg:pypi/hl7',
      'pkg:pypi/fhir.resources',
      'pkg:npm/dicom-parser',
      'pkg:npm/dcmjs',
      'pkg:npm/fhir*',
      'pkg:maven/ca.uhn.hapi*',
      'pkg:maven/org.dcm4che*',
      'pkg:nuget/fo-dicom*',
      'pkg:nuget/Hl7.Fhir*',
      'pkg:deb/debian/libdcmtk*',
      'pkg:conan/dcmtk',
    ],
    words: ['dicom', 'hl7', 'fhir'],
    modes: [
      {
        mode: 'A value is read as another, or of another unit',
        cause: 'Private or optional attributes, implicit units, another version of the standard at the sender',
        effect: 'A wrong dose, size or identity is shown or computed with',
        controls: [
          { kind: 'design', text: 'Only profiles that were tested are accepted; unit and code system are compared' },
          { kind: 'protective', text: 'Plausibility limits on each value that is used' },
        ],
      },
      {
        mode: 'Data of one patient are joined with those of another',
        cause: 'Identifiers cut, padded or compared without their issuer',
        effect: 'Wrong patient',
        controls: [
          { kind: 'design', text: 'Identifier and issuer are compared, and name and date of birth are shown' },
          { kind: 'protective', text: 'Records of patients with like names are part of the system test' },
        ],
      },
      {
        mode: 'Character sets or calendars are mistaken',
        cause: 'The declared character set is missing or wrong',
        effect: 'Names or texts are unreadable, or read as others',
        controls: [{ kind: 'protective', text: 'Samples in each supported character set are compared' }],
      },
      {
        mode: 'An object is accepted that lacks what the device needs',
        cause: 'Mandatory attributes are not enforced by the toolkit',
        effect: 'Defaults take the place of values',
        controls: [{ kind: 'design', text: 'What is needed is asked for explicitly; its absence ends the request' }],
      },
    ],
  },
  {
    kind: 'image display or graphics library',
    packages: [
      'pkg:npm/%40cornerstonejs/*',
      'pkg:npm/%40kitware/vtk.js',
      'pkg:npm/three',
      'pkg:npm/d3*',
      'pkg:npm/chart.js',
      'pkg:npm/echarts',
      'pkg:pypi/vtk',
      'pkg:pypi/matplotlib',
      'pkg:deb/debian/libvtk*',
    ],
    words: ['webgl', 'rendering', 'chart', 'plot', 'viewport', 'volume rendering'],
    modes: [
      {
        mode: 'Brightness, colour or contrast differ from the stored image',
        cause: 'Window, colour space or bit depth applied twice, or by the graphics processor',
        effect: 'A structure is not seen, or one is seen that is not there',
        controls: [
          { kind: 'protective', text: 'Test charts are shown and read back pixel by pixel on each supported system' },
          { kind: 'design', text: 'Interpolation and sharpening are fixed and stated beside the image' },
        ],
      },
      {
        mode: 'Geometry is wrong: mirrored, rotated, stretched, or a wrong length',
        cause: 'Orientation or pixel spacing is missing or ignored',
        effect: 'The wrong side, or a wrong measurement',
        controls: [
          { kind: 'design', text: 'Side markers are shown; without a spacing there is no length' },
          { kind: 'protective', text: 'Objects of known size and orientation are measured for each release' },
        ],
      },
      {
        mode: 'An earlier image or curve stays on the screen',
        cause: 'Lost graphics context, caches, late answers',
        effect: 'What is seen belongs to another patient or time',
        controls: [
          { kind: 'design', text: 'Image and identity are drawn together, and cleared before the next is loaded' },
          { kind: 'protective', text: 'Fast changes and a lost graphics context are part of the system test' },
        ],
      },
      {
        mode: 'Parts of a series, curve or axis are left out',
        cause: 'Downsampling, limits of memory, scaling by itself',
        effect: 'A peak or a finding is not visible',
        controls: [{ kind: 'design', text: 'Downsampling keeps extremes; what is left out is said on the screen' }],
      },
    ],
  },
];
