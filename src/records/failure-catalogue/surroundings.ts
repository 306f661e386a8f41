import type { ComponentKind } from '../../model/risks/failure-suggestion.ts';

/** What people see, and what everything runs on. */
export const surroundings: readonly ComponentKind[] = [
  {
    kind: 'user-interface framework',
    packages: [
      'pkg:npm/react*',
      'pkg:npm/vue',
      'pkg:npm/%40angular/*',
      'pkg:npm/svelte',
      'pkg:npm/%40mui/*',
      'pkg:npm/zustand',
      'pkg:npm/redux',
      'pkg:pypi/pyqt*',
      'pkg:pypi/pyside*',
      'pkg:nuget/Avalonia*',
    ],
    words: ['user interface', 'ui components', 'frontend', 'widget', 'gui'],
    modes: [
      {
        mode: 'Something old stays on screen',
        cause: 'State that is not updated, components that are reused',
        effect: 'A value of an earlier patient or moment is read as current',
        controls: [
          { kind: 'design', text: 'Identity is the key of each view, so that another patient starts empty' },
          { kind: 'protective', text: 'Fast changes of patient are part of the system test' },
        ],
      },
      {
        mode: 'A value is cut off, covered or shown with another meaning',
        cause: 'Layout, font, colour, rounding, language',
        effect: 'The user reads another value than was computed',
        controls: [
          { kind: 'protective', text: 'Approved screenshots of each result in each language and size' },
          { kind: 'design', text: 'Meaning is written out; colour only supports it' },
        ],
      },
      {
        mode: 'Nothing is shown',
        cause: 'Error in a component',
        effect: 'No information; the user may take it for "nothing found"',
        controls: [{ kind: 'design', text: 'An error is shown as an error, never as an empty page' }],
      },
    ],
  },
  {
    kind: 'localisation library',
    packages: ['pkg:npm/i18next', 'pkg:npm/react-i18next', 'pkg:npm/react-intl', 'pkg:pypi/babel'],
    words: ['i18n', 'translation', 'localisation', 'localization', 'internationalization'],
    modes: [
      {
        mode: 'The text of another key or language is shown',
        cause: 'Missing key, fall back, exchanged files',
        effect: 'The user reads another meaning',
        controls: [
          { kind: 'protective', text: 'Each result in each language is compared with an approved screenshot' },
          { kind: 'design', text: 'A missing key fails the build' },
        ],
      },
      {
        mode: 'Numbers or dates are written by another custom',
        cause: 'Decimal comma, order of day and month',
        effect: 'A value is read ten times too large',
        controls: [{ kind: 'design', text: 'Measured values have one format in all languages' }],
      },
    ],
  },
  {
    kind: 'operating system',
    packages: [
      'pkg:deb/debian/base-files',
      'pkg:deb/ubuntu/base-files',
      'pkg:apk/alpine/alpine-baselayout*',
      'pkg:rpm/*/setup',
      'pkg:deb/*/libc6',
      'pkg:deb/*/linux-image*',
    ],
    words: ['operating system', 'base system', 'kernel', 'libc'],
    modes: [
      {
        mode: 'The device does not start, or stops',
        cause: 'Update, full disk, missing driver',
        effect: 'No result for anybody',
        controls: [
          { kind: 'protective', text: 'Watchdog with restart; the earlier image is kept' },
          { kind: 'design', text: 'Read-only root file system' },
        ],
      },
      {
        mode: 'Timing or numbers differ on another system',
        cause: 'Scheduler, mathematical functions, locale',
        effect: 'Results or alarms come late or differ',
        controls: [{ kind: 'protective', text: 'Reference cases run on the released image and each processor family' }],
      },
      {
        mode: 'A vulnerability of a package is used',
        cause: 'Known defect that is not patched',
        effect: 'Foreign code beside the device software',
        controls: [
          { kind: 'design', text: 'No rights, no outgoing connections, only needed packages' },
          { kind: 'protective', text: 'Published vulnerabilities are reviewed at a fixed cadence' },
        ],
      },
    ],
  },
  {
    kind: 'language runtime',
    packages: [
      'pkg:deb/*/python3*',
      'pkg:generic/python',
      'pkg:generic/node',
      'pkg:npm/node',
      'pkg:deb/*/openjdk-*',
      'pkg:generic/dotnet',
      'pkg:golang/stdlib',
    ],
    words: ['interpreter', 'runtime environment', 'virtual machine'],
    modes: [
      {
        mode: 'Checks do not happen',
        cause: 'Optimised mode leaves assertions out, warnings are not shown',
        effect: 'A wrong state goes on',
        controls: [{ kind: 'design', text: 'Checks raise errors; a lint rule forbids assertions in the product' }],
      },
      {
        mode: 'Another module is loaded than the released one',
        cause: 'Search path, environment variables, user folders',
        effect: 'Other code runs than was tested',
        controls: [{ kind: 'design', text: 'Isolated mode; read-only file system; hashes in the lockfile' }],
      },
      {
        mode: 'It ends or pauses',
        cause: 'Memory, garbage collection, native extension',
        effect: 'No result, or a late one',
        controls: [{ kind: 'protective', text: 'Restart after failed health checks; limits of time' }],
      },
    ],
  },
  {
    kind: 'logging library',
    packages: [
      'pkg:pypi/structlog',
      'pkg:pypi/loguru',
      'pkg:npm/winston',
      'pkg:npm/pino',
      'pkg:maven/org.apache.logging.log4j/*',
      'pkg:maven/ch.qos.logback/*',
      'pkg:cargo/tracing*',
    ],
    words: ['logging', 'logger', 'log4j', 'tracing'],
    modes: [
      {
        mode: 'It stops or slows the function that it records',
        cause: 'Full disk, blocked output',
        effect: 'No result, or a late one',
        controls: [{ kind: 'design', text: 'Logging never blocks; the log is limited in size' }],
      },
      {
        mode: 'Data of patients gets into logs',
        cause: 'Objects are recorded as a whole',
        effect: 'Disclosure through files that nobody protects',
        controls: [{ kind: 'design', text: 'A list of permitted fields' }],
      },
      {
        mode: 'Text in a message is executed',
        cause: 'Lookups and formats inside of messages',
        effect: 'Foreign code',
        controls: [{ kind: 'design', text: 'Lookups are switched off; messages are data' }],
      },
    ],
  },
];
