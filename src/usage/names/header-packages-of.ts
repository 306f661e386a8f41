import { plainName } from './plain-name.ts';

/** The packages that a header may belong to: known ones, then those that bear the name of its first folder or its own. */
export function headerPackagesOf(header: string): readonly (readonly string[])[] {
  const first = header.split('/', 1)[0] ?? header;
  const stem = plainName(first.replace(/\.(?:h|hh|hpp|hxx)$/, ''));
  const known = knownHeaders.find(([pattern]) => pattern.test(header));
  return known === undefined ? [[stem]] : [known[1], [stem]];
}

/** Headers whose packages bear other names at Conan, vcpkg or upstream, as the libraries' own manuals say. */
const knownHeaders: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^nlohmann\//, ['nlohmannjson', 'json']],
  [/^(?:gtest|gmock)\//, ['gtest', 'googletest']],
  [/^google\/protobuf\//, ['protobuf']],
  [/^absl\//, ['abseil', 'abseilcpp']],
  [/^boost\//, ['boost']],
  [/^curl\//, ['libcurl', 'curl']],
  [/^png(?:conf)?\.h$/, ['libpng']],
  [/^jpeglib\.h$/, ['libjpeg', 'libjpegturbo']],
  [/^turbojpeg\.h$/, ['libjpegturbo']],
  [/^tiff(?:io)?\.h$/, ['libtiff', 'tiff']],
  [/^openjpeg/, ['openjpeg']],
  [/^(?:Eigen|unsupported\/Eigen)\//, ['eigen', 'eigen3']],
  [/^opencv2?\//, ['opencv', 'opencv4']],
  [/^itk\w+\.h$/, ['itk']],
  [/^vtk\w+\.h$/, ['vtk']],
  [/^gdcm\w+\.h$/, ['gdcm']],
  [/^dcmtk\//, ['dcmtk']],
  [/^libxml\//, ['libxml2']],
  [/^uv\.h$/, ['libuv']],
  [/^event2?\//, ['libevent']],
  [/^usb\.h$|^libusb/, ['libusb']],
  [/^modbus/, ['libmodbus']],
  [/^archive(?:_entry)?\.h$/, ['libarchive']],
  [/^git2/, ['libgit2']],
  [/^sodium/, ['libsodium']],
  [/^(?:mbedtls|psa)\//, ['mbedtls']],
  [/^Q[A-Z]\w*(?:\/|$)/, ['qt', 'qtbase', 'qt5base']],
  [/^hdf5|^H5\w+\.h$/, ['hdf5']],
  [/^yaml-cpp\//, ['yamlcpp']],
  [/^json\/json\.h$/, ['jsoncpp']],
];
