import type { ComponentKind } from '../../model/risks/failure-suggestion.ts';

/** What runs close to hardware, or between programs: real-time kernels, drivers and radio, brokers, update loaders. */
export const embedded: readonly ComponentKind[] = [
  {
    kind: 'real-time operating system',
    packages: [
      'pkg:github/zephyrproject-rtos/*',
      'pkg:github/FreeRTOS/*',
      'pkg:generic/freertos*',
      'pkg:generic/zephyr*',
      'pkg:generic/threadx*',
    ],
    words: ['rtos', 'real time', 'scheduler', 'freertos', 'zephyr'],
    modes: [
      {
        mode: 'A task misses its deadline',
        cause: 'Priority inversion, long interrupts, another load than was tested',
        effect: 'A value is sampled or an actuator stopped too late',
        controls: [
          { kind: 'protective', text: 'A watchdog of its own clock brings the safe state' },
          { kind: 'design', text: 'Worst-case times are measured with the largest load; priorities are fixed' },
        ],
      },
      {
        mode: 'Stack or heap overflows without an error',
        cause: 'Depth of calls or fragmentation',
        effect: 'Data of another task change',
        controls: [
          { kind: 'design', text: 'No dynamic memory after start; memory protection between tasks' },
          { kind: 'protective', text: 'Stack marks are checked at run time' },
        ],
      },
      {
        mode: 'Time jumps or drifts',
        cause: 'Overflow of the tick counter, sleep modes',
        effect: 'Rates and doses computed from time are wrong',
        controls: [{ kind: 'protective', text: 'Time is compared with a second source; the overflow is tested' }],
      },
    ],
  },
  {
    kind: 'driver or radio stack',
    packages: ['pkg:generic/nimble*', 'pkg:npm/serialport', 'pkg:pypi/pyserial', 'pkg:pypi/bleak', 'pkg:conan/libusb'],
    words: ['bluetooth', 'usb', 'serial port', 'driver', 'can bus', 'ble'],
    modes: [
      {
        mode: 'Bytes are lost, doubled or come late',
        cause: 'Buffers overflow, interference, another timing of the chip',
        effect: 'A measurement is wrong or missing',
        controls: [
          { kind: 'design', text: 'Length, counter and checksum in each message; a gap is shown as a gap' },
          { kind: 'protective', text: 'Interference and loss of connection are part of the system test' },
        ],
      },
      {
        mode: 'Another device is taken for the right one',
        cause: 'Pairing by name or by signal strength',
        effect: 'Values of another patient, or commands to another device',
        controls: [{ kind: 'design', text: 'Identity is authenticated and shown before the first value counts' }],
      },
      {
        mode: 'The connection seems to be there and is not',
        cause: 'No time limit, cached last value',
        effect: 'An old value is taken for a new one, an alarm does not come',
        controls: [{ kind: 'protective', text: 'The age of each value is checked; its loss is an alarm' }],
      },
    ],
  },
  {
    kind: 'message broker or queue',
    packages: [
      'pkg:npm/mqtt',
      'pkg:npm/amqplib',
      'pkg:npm/kafkajs',
      'pkg:pypi/paho-mqtt',
      'pkg:pypi/celery',
      'pkg:maven/org.apache.kafka*',
      'pkg:generic/mosquitto',
      'pkg:deb/debian/mosquitto',
    ],
    words: ['message queue', 'broker', 'mqtt', 'amqp', 'kafka', 'publish subscribe'],
    modes: [
      {
        mode: 'A message comes twice, out of order or not at all',
        cause: 'Repetition after a lost acknowledgement, several consumers',
        effect: 'An order is carried out twice, or an alarm is lost',
        controls: [
          { kind: 'design', text: 'Messages carry an id and a sequence; carrying out twice changes nothing' },
          { kind: 'protective', text: 'Loss of the broker during a message is part of the system test' },
        ],
      },
      {
        mode: 'Messages wait without a limit',
        cause: 'A consumer is slow or stands still',
        effect: 'Old values look new',
        controls: [{ kind: 'protective', text: 'Age and length of the queue are watched; old messages expire' }],
      },
    ],
  },
  {
    kind: 'boot or update loader',
    packages: ['pkg:generic/mcuboot*', 'pkg:generic/u-boot*', 'pkg:deb/debian/grub*', 'pkg:npm/electron-updater'],
    words: ['bootloader', 'boot loader', 'firmware update', 'auto update', 'updater'],
    modes: [
      {
        mode: 'An incomplete or another version is started',
        cause: 'Power loss during the update, wrong slot',
        effect: 'The device does not start, or runs with parts of two versions',
        controls: [
          { kind: 'design', text: 'Two slots; the new one counts after it has started and tested itself' },
          { kind: 'protective', text: 'Power loss at each step of an update is tested' },
        ],
      },
      {
        mode: 'A foreign or older image is accepted',
        cause: 'Signature or version is not checked, or the key is known',
        effect: 'Foreign code, or a defect that was mended, is back',
        controls: [{ kind: 'design', text: 'Signed images, no way back to older versions, keys in hardware' }],
      },
    ],
  },
];
