import type { ComponentKind } from '../../model/risks/failure-suggestion.ts';

/** What reads, stores and changes the form of data. */
export const dataHandling: readonly ComponentKind[] = [
  {
    kind: 'image codec or image library',
    packages: [
      'pkg:pypi/pillow',
      'pkg:pypi/opencv-python*',
      'pkg:pypi/imageio',
      'pkg:pypi/scikit-image',
      'pkg:pypi/pylibjpeg*',
      'pkg:npm/sharp',
      'pkg:npm/jpeg-js',
      'pkg:npm/%40cornerstonejs/*',
      'pkg:cargo/image',
      'pkg:deb/debian/libjpeg*',
      'pkg:deb/debian/libpng*',
      'pkg:deb/debian/libtiff*',
      'pkg:conan/opencv',
    ],
    words: ['image', 'jpeg', 'png', 'tiff', 'codec', 'opencv', 'imaging', 'webp'],
    modes: [
      {
        mode: 'A damaged or cut file gives pixels',
        cause: 'The decoder goes on after an error',
        effect: 'Part of the image does not show what was taken',
        controls: [
          { kind: 'protective', text: 'Files with known damage are part of the release test; each is refused' },
          { kind: 'design', text: 'Errors of the decoder end the request' },
        ],
      },
      {
        mode: 'Colours, bit depth or orientation are changed',
        cause: 'Colour profile, channel order, photometric interpretation or stored orientation ignored',
        effect: 'The image looks plausible and is wrong',
        controls: [
          { kind: 'protective', text: 'Comparison with a reference decoder, channel by channel' },
          { kind: 'design', text: 'Only formats and depths that were tested are accepted' },
        ],
      },
      {
        mode: 'A crafted file corrupts memory or never ends',
        cause: 'Native decoder with foreign input',
        effect: 'Foreign code, or no result',
        controls: [
          { kind: 'design', text: 'Size and formats are limited before decoding' },
          { kind: 'protective', text: 'Decoding runs without rights, in a process of its own' },
        ],
      },
    ],
  },
  {
    kind: 'parser',
    packages: [
      'pkg:pypi/lxml',
      'pkg:pypi/pydicom',
      'pkg:npm/dicom-parser',
      'pkg:npm/xml2js',
      'pkg:npm/csv-parse',
      'pkg:npm/papaparse',
      'pkg:pypi/pyyaml',
      'pkg:npm/yaml',
      'pkg:cargo/quick-xml',
      'pkg:deb/debian/libxml2*',
      'pkg:deb/debian/libexpat*',
    ],
    words: ['parser', 'parse', 'dicom', 'hl7', 'fhir', 'xml', 'csv'],
    modes: [
      {
        mode: 'A value is read from a wrong place or with a wrong meaning',
        cause: 'Encoding, unit, separator or version of the format',
        effect: 'A wrong number with a right look',
        controls: [
          {
            kind: 'protective',
            text: 'Files of all supported sources are compared field by field with a second reader',
          },
          { kind: 'protective', text: 'Plausibility limits on each value that is used' },
        ],
      },
      {
        mode: 'Something that is there is left out',
        cause: 'Unknown or repeated fields, lists cut short',
        effect: 'A decision rests on part of the data',
        controls: [{ kind: 'design', text: 'Strict mode: what is not understood is an error' }],
      },
      {
        mode: 'A crafted file takes all memory or time',
        cause: 'Nesting, expansion of entities, repetition',
        effect: 'No result, for others neither',
        controls: [{ kind: 'design', text: 'Limits of size and depth; expansion switched off' }],
      },
    ],
  },
  {
    kind: 'serialisation library',
    packages: [
      'pkg:pypi/pydantic',
      'pkg:pypi/protobuf',
      'pkg:npm/zod',
      'pkg:npm/protobufjs',
      'pkg:npm/ajv',
      'pkg:pypi/msgpack',
      'pkg:cargo/serde',
      'pkg:cargo/serde_json',
      'pkg:maven/com.fasterxml.jackson.core/*',
    ],
    words: ['serialize', 'serialise', 'serialization', 'protobuf', 'schema validation', 'json schema', 'msgpack'],
    modes: [
      {
        mode: 'A value that breaks its bounds is accepted',
        cause: 'The schema is laxer than meant, or values are converted',
        effect: 'A wrong value is shown or used',
        controls: [
          { kind: 'protective', text: 'Property test with faulty values at each build' },
          { kind: 'protective', text: 'The receiver checks the same bounds' },
        ],
      },
      {
        mode: 'A value changes on its way',
        cause: 'Rounding of large or small numbers, not-a-number, time zones, missing against empty',
        effect: 'The receiver reads something else than was sent',
        controls: [{ kind: 'protective', text: 'Round trip of boundary values is tested' }],
      },
      {
        mode: 'Objects with code are made from foreign data',
        cause: 'Formats that can name classes',
        effect: 'Foreign code',
        controls: [{ kind: 'design', text: 'Only formats of plain data' }],
      },
    ],
  },
  {
    kind: 'compression library',
    packages: [
      'pkg:npm/fflate',
      'pkg:npm/pako',
      'pkg:pypi/zstandard',
      'pkg:pypi/lz4',
      'pkg:deb/debian/zlib1g',
      'pkg:deb/debian/libzstd1',
      'pkg:cargo/flate2',
    ],
    words: ['zlib', 'gzip', 'zstd', 'lz4', 'compression', 'deflate'],
    modes: [
      {
        mode: 'Data comes out incomplete or changed without an error',
        cause: 'Checksums are not compared, streams end early',
        effect: 'A file looks whole and is not',
        controls: [{ kind: 'protective', text: 'Length and checksum are compared after unpacking' }],
      },
      {
        mode: 'A small file unpacks to a huge one',
        cause: 'Crafted archive',
        effect: 'No memory or disk is left; no result',
        controls: [{ kind: 'design', text: 'Size after unpacking is limited' }],
      },
    ],
  },
  {
    kind: 'database',
    packages: [
      'pkg:pypi/sqlalchemy',
      'pkg:pypi/psycopg*',
      'pkg:npm/pg',
      'pkg:npm/better-sqlite3',
      'pkg:npm/mongodb',
      'pkg:deb/debian/postgresql*',
      'pkg:deb/debian/libsqlite3-0',
      'pkg:deb/debian/sqlite3',
      'pkg:maven/org.postgresql/postgresql',
    ],
    words: ['database', 'sqlite', 'postgres', 'mysql', 'mongo', 'sql', 'orm'],
    modes: [
      {
        mode: 'A record of another patient is returned',
        cause: 'Wrong key, missing condition, mixed-up connection or cache',
        effect: 'Data of two patients is exchanged',
        controls: [
          { kind: 'design', text: 'Identity is part of each query and compared with the answer' },
          { kind: 'protective', text: 'Parallel access is part of the system test' },
        ],
      },
      {
        mode: 'A write is lost or half done',
        cause: 'Power loss, full disk, isolation level, retry',
        effect: 'A result or setting is missing or old',
        controls: [
          { kind: 'design', text: 'Transactions; durability settings fixed' },
          { kind: 'protective', text: 'Power loss during writes is tested' },
        ],
      },
      {
        mode: 'It does not answer',
        cause: 'Locks, exhausted connections',
        effect: 'No result, or an old one is shown',
        controls: [{ kind: 'protective', text: 'Time limits; the user is told that nothing was stored' }],
      },
    ],
  },
  {
    kind: 'date and time library',
    packages: [
      'pkg:npm/moment*',
      'pkg:npm/date-fns*',
      'pkg:npm/dayjs',
      'pkg:npm/luxon',
      'pkg:pypi/python-dateutil',
      'pkg:pypi/pytz',
      'pkg:pypi/tzdata',
      'pkg:deb/debian/tzdata',
      'pkg:cargo/chrono',
    ],
    words: ['date', 'time zone', 'timezone', 'calendar'],
    modes: [
      {
        mode: 'A time is off by hours or a day',
        cause: 'Time zone, daylight saving, missing zone, old zone data',
        effect: 'Order of examinations, dose interval or age is wrong',
        controls: [
          { kind: 'design', text: 'Times are kept in UTC with their zone' },
          { kind: 'protective', text: 'Changes of daylight saving and of the year are tested' },
        ],
      },
      {
        mode: 'Day and month are exchanged',
        cause: 'A date is read by another custom than it was written',
        effect: 'A wrong date looks right',
        controls: [{ kind: 'design', text: 'Only one unambiguous format is read' }],
      },
    ],
  },
];
