import type { LicenceFamily } from '../../../model/licences/licence-verdict.ts';

/**
 * The licences of each family, by hand, each from its text in the SPDX list (npm package spdx-license-list 6.12.0; deprecated
 * identifiers from the text of what replaces them). An id that stands in no row goes to a lawyer: its text fits no family,
 * as those do that allow changed copies under another name alone (LPPL, Artistic-1.0), or the list has no text of it.
 */
export const familyRows: readonly (readonly [family: LicenceFamily, ids: string])[] = [
  [
    'public-domain',
    `0BSD CC0-1.0 GLWTPL HIDAPI MIT-0 Unlicense Unlicense-libtelnet Unlicense-libwhirlpool WTFNMFPL WTFPL`,
  ],
  [
    'public-domain-claim',
    `ANTLR-PD ANTLR-PD-fallback blessing CC-PDDC CC-PDM-1.0 libselinux-1.0 NCBI-PD NIST-PD NIST-PD-fallback
    NIST-PD-TNT NTIA-PD SAX-PD SAX-PD-2.0`,
  ],
  [
    'permissive',
    `AAL Adobe-2006 Adobe-Display-PostScript Adobe-Glyph ADSL Afmparse AMD-newlib AMDPLPA AML AML-glslang AMPAS
    APAFML Artistic-2.0 bcrypt-Solar-Designer Beerware Boehm-GC Boehm-GC-without-fee Borceux
    Brian-Gladman-2-Clause Brian-Gladman-3-Clause Brian-Gladman-3-Clause-no-conversion BSD-1-Clause
    BSD-2-Clause BSD-2-Clause-Darwin BSD-2-Clause-first-lines BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD
    BSD-2-Clause-pkgconf-disclaimer BSD-2-Clause-pos-unchanged BSD-2-Clause-Views BSD-3-Clause
    BSD-3-Clause-acpica BSD-3-Clause-Clear BSD-3-Clause-flex BSD-3-Clause-HP BSD-3-Clause-LBNL
    BSD-3-Clause-Modification BSD-3-Clause-No-Nuclear-Warranty BSD-3-Clause-Open-MPI BSD-3-Clause-Sun
    BSD-3-Clause-Tso BSD-ask-to-endorse BSD-Inferno-Nettverk BSD-Mark-Modifications BSD-Source-beginning-file
    BSD-Source-Code BSD-Source-Code-no-disclaimer BSD-Systemics BSD-Systemics-W3Works BSL-1.0 Buddy bzip2-1.0.5
    bzip2-1.0.6 Catharon CECILL-B CFITSIO check-cvs checkmk Clips CMU-Mach CMU-Mach-nodoc CNRI-Jython
    CNRI-Python CNRI-Python-GPL-Compatible Cornell-Lossless-JPEG Cronyx Crossword CryptoSwift CrystalStacker
    Cube curl DEC-3-Clause diffmark DOC DocBook-DTD DocBook-Schema DocBook-Stylesheet DocBook-XML DSDP dtoa
    dvipdfm ECL-1.0 EFL-1.0 EFL-2.0 eGenix EPICS EUDatagrid Fair FBM Ferguson-Twofish FSFAP
    FSFAP-no-warranty-disclaimer FSFUL FSFULLR FSFULLRSD FSFULLRWD FTL Furuseth fwlw Game-Programming-Gems GD
    generic-xts Giftware Graphics-Gems gtkbook Gutmann HaskellReport HDF5 hdparm HP-1986 HP-1989 HPND HPND-DEC
    HPND-export-US HPND-export-US-acknowledgement HPND-export-US-modify HPND-export2-US
    HPND-Fenneberg-Livingston HPND-INRIA-IMAG HPND-Intel HPND-Kevlin-Henney HPND-Markus-Kuhn
    HPND-merchantability-variant HPND-MIT-disclaimer HPND-Netrek HPND-Pbmplus HPND-sell-MIT-disclaimer-xserver
    HPND-sell-regexpr HPND-sell-variant HPND-sell-variant-critical-systems HPND-sell-variant-MIT-disclaimer
    HPND-sell-variant-MIT-disclaimer-rev HPND-SMC HPND-UC HPND-UC-export-US HTMLTIDY hyphen-bulgarian IBM-pibs
    ICU IJG IJG-short ImageMagick Imlib2 Info-ZIP Inner-Net-2.0 InnoSetup Intel ISC ISC-Veillard Jam JasPer-2.0
    jove JPNIC Kastrup Kazlib Latex2e Latex2e-translated-notice Leptonica Libpng libpng-1.6.35 libpng-2.0
    libtiff libutil-David-Nugent Linux-OpenIB LOOP lsof LZMA-SDK-9.11-to-9.20 LZMA-SDK-9.22 Mackerras-3-Clause
    magaz mailprio man2html Martin-Birgmeier McPhee-slideshow metamail Minpack MIPS MirOS MIT MIT-Click MIT-CMU
    MIT-Festival MIT-Khronos-old MIT-Modern-Variant MIT-open-group MIT-STK MIT-testregex MIT-Wu MITNFA MMIXware
    MPEG-SSG mpi-permissive mpich2 MTLL Multics Mup NAIST-2003 Naumen NCL NCSA Net-SNMP NetCDF Newsletr
    NICTA-1.0 NIST-Software NLPL NRL NTP NTP-0 OAR OFFIS OGC-1.0 OLDAP-2.0 OLDAP-2.0.1 OLDAP-2.1 OLDAP-2.2
    OLDAP-2.2.1 OLDAP-2.2.2 OLDAP-2.3 OLDAP-2.4 OLDAP-2.5 OLDAP-2.6 OLDAP-2.7 OLDAP-2.8 OML OpenVision OSC-1.0
    OSSP PADL Pixar pkgconf PostgreSQL PSF-2.0 psutils Python-2.0 Python-2.0.1 python-ldap Qhull radvd Rdisc
    Ruby Ruby-pty Saxpath SchemeReport Sendmail-Open-Source-1.1 SGI-B-2.0 SGI-OpenGL SGMLUG-PM SGP4 SHL-0.5
    SHL-0.51 SL SMLNJ snprintf softSurfer Soundex Spencer-86 Spencer-94 Spencer-99 ssh-keyscan SSH-OpenSSH
    SSH-short StandardML-NJ Sun-PPP Sun-PPP-2000 SunPro SWL swrule Symlinks TCL TCP-wrappers TermReadKey
    ThirdEye threeparttable TPDL TrustedQSL TTWL TU-Berlin-1.0 TU-Berlin-2.0 UCAR ulem UMich-Merit Unicode-3.0
    UnixCrypt Vixie-Cron VSL-1.0 W3C W3C-19980720 W3C-20150513 w3m Widget-Workshop WordNet X11
    X11-distribute-modifications-variant X11-no-permit-persons X11-swapped Xdebug-1.03 Xerox Xfig XFree86-1.1
    xinetd xkeyboard-config-Zinoviev xlock Xnet xpp Zed Zeeff Zlib ZPL-2.0 ZPL-2.1`,
  ],
  [
    'permissive-patent',
    `AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 Apache-2.0 BlueOak-1.0.0 BSD-2-Clause-Patent CERN-OHL-P-2.0
    COIL-1.0 ECL-2.0 ESA-PL-permissive-2.4 Intel-ACPI LiLiQ-P-1.1 MS-PL MulanPSL-1.0 MulanPSL-2.0 OLFL-1.3
    UCL-1.0 UPL-1.0`,
  ],
  [
    'permissive-advertising',
    `Apache-1.0 Apache-1.1 BSD-3-Clause-Attribution BSD-4-Clause BSD-4-Clause-Shortened BSD-4-Clause-UC
    BSD-4.3RENO BSD-4.3TAHOE BSD-Advertising-Acknowledgement BSD-Attribution-HPND-disclaimer
    Caldera-no-preamble Entessa Mackerras-3-Clause-acknowledgment MIT-advertising MIT-enna MIT-feh ngrep Nunit
    OpenSSL OpenSSL-standalone PHP-3.0 PHP-3.01 Plexus RSA-MD SSLeay-standalone Zend-2.0 zlib-acknowledgement
    ZPL-1.1`,
  ],
  [
    'weak-copyleft-file',
    `APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0 BitTorrent-1.0 BitTorrent-1.1 CATOSL-1.1 CDDL-1.0 CDDL-1.1
    CERN-OHL-W-2.0 CPL-1.0 CUA-OPL-1.0 EPL-1.0 EPL-2.0 ErlPL-1.1 ESA-PL-weak-copyleft-2.4 FreeImage GL2PS
    gSOAP-1.3b Interbase-1.0 IPL-1.0 LiLiQ-R-1.1 LPL-1.0 LPL-1.02 MMPL-1.0.1 Motosoto MPL-1.0 MPL-1.1 MPL-2.0
    MPL-2.0-no-copyleft-exception MS-RL NASA-1.3 Nokia NOSL NPL-1.0 NPL-1.1 OSET-PL-2.1 RHeCos-1.1 RPSL-1.0
    RSCPL SISSL SISSL-1.2 SNIA SPL-1.0 SugarCRM-1.1.3 TPL-1.0 YPL-1.0 YPL-1.1 Zimbra-1.3 Zimbra-1.4`,
  ],
  [
    'weak-copyleft-library',
    `CECILL-C LGPL-2.0 LGPL-2.0+ LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1 LGPL-2.1+ LGPL-2.1-only LGPL-2.1-or-later
    LGPL-3.0 LGPL-3.0+ LGPL-3.0-only LGPL-3.0-or-later LGPLLR OCCT-PL wxWindows`,
  ],
  [
    'copyleft-with-exception',
    `eCos-2.0 GPL-2.0-with-autoconf-exception GPL-2.0-with-bison-exception GPL-2.0-with-classpath-exception
    GPL-2.0-with-font-exception GPL-2.0-with-GCC-exception GPL-3.0-with-autoconf-exception
    GPL-3.0-with-GCC-exception`,
  ],
  [
    'strong-copyleft',
    `BSD-Protection CECILL-1.0 CECILL-1.1 CECILL-2.0 CERN-OHL-S-2.0 copyleft-next-0.3.0 copyleft-next-0.3.1
    D-FSL-1.0 ESA-PL-strong-copyleft-2.4 GPL-1.0 GPL-1.0+ GPL-1.0-only GPL-1.0-or-later GPL-2.0 GPL-2.0+
    GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0+ GPL-3.0-only GPL-3.0-or-later LiLiQ-Rplus-1.1 MakeIndex NGPL
    QPL-1.0 QPL-1.0-INRIA-2004 SimPL-2.0 Sleepycat SMAIL-GPL TMate TOSL`,
  ],
  [
    'network-copyleft',
    `AGPL-1.0 AGPL-1.0-only AGPL-1.0-or-later AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later CAL-1.0
    CAL-1.0-Combined-Work-Exception CECILL-2.1 CPAL-1.0 EUPL-1.0 EUPL-1.1 EUPL-1.2 NPOSL-3.0 OSL-1.0 OSL-1.1
    OSL-2.0 OSL-2.1 OSL-3.0 Parity-6.0.0 Parity-7.0.0 RPL-1.1 RPL-1.5`,
  ],
  [
    'source-available',
    `BSD-3-Clause-OpenWebUI BUSL-1.1 Elastic-2.0 FSL-1.1-ALv2 FSL-1.1-MIT OpenPBS-2.3 SSPL-1.0 SUL-1.0`,
  ],
  [
    'non-commercial',
    `Aladdin C-UDA-1.0 CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-3.0-DE CC-BY-NC-3.0-IGO
    CC-BY-NC-4.0 CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-3.0-DE
    CC-BY-NC-ND-3.0-IGO CC-BY-NC-ND-4.0 CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.0-DE CC-BY-NC-SA-2.0-FR
    CC-BY-NC-SA-2.0-UK CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-3.0-DE CC-BY-NC-SA-3.0-IGO CC-BY-NC-SA-4.0
    NCGL-UK-2.0 PolyForm-Noncommercial-1.0.0 PolyForm-Small-Business-1.0.0 PPL`,
  ],
  [
    'field-of-use',
    `ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1 BSD-3-Clause-No-Military-License
    BSD-3-Clause-No-Nuclear-License BSD-3-Clause-No-Nuclear-License-2014 CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5
    CC-BY-ND-3.0 CC-BY-ND-3.0-DE CC-BY-ND-4.0 CPOL-1.02 Hippocratic-2.1 Hippocratic-3.0-core JSON MS-LPL UnRAR`,
  ],
  [
    'font',
    `Adobe-Utopia Arphic-1999 Baekmuk Bitstream-Charter Bitstream-Vera IPA Lucida-Bitmap-Fonts mplus OFL-1.0
    OFL-1.0-no-RFN OFL-1.0-RFN OFL-1.1 OFL-1.1-no-RFN OFL-1.1-RFN ParaType-Free-Font-1.3 TTYP0 Ubuntu-font-1.0`,
  ],
  [
    'data',
    `Advanced-Cryptics-Dictionary CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-AT
    CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO CC-BY-3.0-NL CC-BY-3.0-US CC-BY-4.0 CDLA-Permissive-1.0
    CDLA-Permissive-2.0 cve-tou DL-DE-BY-2.0 DL-DE-ZERO-2.0 etalab-2.0 NLOD-1.0 NLOD-2.0 O-UDA-1.0 ODC-By-1.0
    OGDL-Taiwan-1.0 OGL-Canada-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 OPL-UK-3.0 PDDL-1.0 Unicode-DFS-2015
    Unicode-DFS-2016`,
  ],
  [
    'data-share-alike',
    `CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-3.0-AT
    CC-BY-SA-3.0-DE CC-BY-SA-3.0-IGO CC-BY-SA-4.0 CC-SA-1.0 CDLA-Sharing-1.0 LAL-1.2 LAL-1.3 ODbL-1.0`,
  ],
  [
    'documentation',
    `AdaCore-doc ALGLIB-Documentation CDL-1.0 FreeBSD-DOC GCR-docs GFDL-1.1 GFDL-1.1-invariants-only
    GFDL-1.1-invariants-or-later GFDL-1.1-no-invariants-only GFDL-1.1-no-invariants-or-later GFDL-1.1-only
    GFDL-1.1-or-later GFDL-1.2 GFDL-1.2-invariants-only GFDL-1.2-invariants-or-later
    GFDL-1.2-no-invariants-only GFDL-1.2-no-invariants-or-later GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3
    GFDL-1.3-invariants-only GFDL-1.3-invariants-or-later GFDL-1.3-no-invariants-only
    GFDL-1.3-no-invariants-or-later GFDL-1.3-only GFDL-1.3-or-later HPND-doc HPND-doc-sell
    Linux-man-pages-1-para Linux-man-pages-copyleft Linux-man-pages-copyleft-2-para
    Linux-man-pages-copyleft-var LPD-document OPUBL-1.0`,
  ],
  ['model', `OpenMDW-1.0`],
];
