import type { SbomExport } from '../../model/plugs/export.ts';
import { spdxDocument, type SpdxDocument } from './spdx/spdx-document.ts';
import type { SpdxAnnotation, SpdxPackage } from './spdx/spdx-package.ts';

/** Writes SPDX 2.3 tag-value: what the JSON says, a tag a line. */
export const spdxTagValue: SbomExport = {
  name: 'spdx-tag-value',
  title: 'SPDX tag-value',
  specs: ['2.3'],
  extension: 'spdx',
  write: (subject) => {
    const document = spdxDocument(subject);
    const { packages, relationships, hasExtractedLicensingInfos = [] } = document;
    const sections = [
      headTags(document),
      annotationTags(document),
      ...packages.flatMap((one) => [packageTags(one), annotationTags(one)]),
      hasExtractedLicensingInfos.flatMap(({ licenseId, extractedText, name }) => [
        tag('LicenseID', licenseId),
        text('ExtractedText', extractedText),
        tag('LicenseName', name),
      ]),
      relationships.map(({ spdxElementId, relationshipType, relatedSpdxElement }) =>
        tag('Relationship', `${spdxElementId} ${relationshipType} ${relatedSpdxElement}`),
      ),
    ];
    return `${sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')}\n`;
  },
};

function headTags(document: SpdxDocument): readonly string[] {
  const { creators, created, licenseListVersion, comment } = document.creationInfo;
  return [
    tag('SPDXVersion', document.spdxVersion),
    tag('DataLicense', document.dataLicense),
    tag('SPDXID', document.SPDXID),
    tag('DocumentName', document.name),
    tag('DocumentNamespace', document.documentNamespace),
    ...creators.map((creator) => tag('Creator', creator)),
    tag('Created', created),
    tag('LicenseListVersion', licenseListVersion),
    text('CreatorComment', comment),
  ];
}

function packageTags(one: SpdxPackage): readonly string[] {
  return [
    tag('PackageName', isBlank(one.name) ? one.SPDXID : one.name),
    tag('SPDXID', one.SPDXID),
    ...optional('PackageVersion', one.versionInfo),
    ...optional('PackageFileName', one.packageFileName),
    tag('PackageSupplier', one.supplier),
    ...optional('PackageOriginator', one.originator),
    tag('PackageDownloadLocation', one.downloadLocation),
    tag('FilesAnalyzed', 'false'),
    ...(one.checksums ?? []).map(({ algorithm, checksumValue }) =>
      tag('PackageChecksum', `${algorithm}: ${checksumValue}`),
    ),
    ...optional('PackageHomePage', one.homepage),
    ...optionalText('PackageSourceInfo', one.sourceInfo),
    tag('PackageLicenseConcluded', one.licenseConcluded),
    tag('PackageLicenseDeclared', one.licenseDeclared),
    ...optionalText('PackageLicenseComments', one.licenseComments),
    tag('PackageCopyrightText', one.copyrightText),
    ...optionalText('PackageDescription', one.description),
    ...(one.externalRefs ?? []).map(({ referenceCategory, referenceType, referenceLocator }) =>
      tag('ExternalRef', `${referenceCategory} ${referenceType} ${referenceLocator}`),
    ),
    ...optional('PrimaryPackagePurpose', one.primaryPackagePurpose),
  ];
}

function annotationTags({
  SPDXID,
  annotations = [],
}: {
  readonly SPDXID: string;
  readonly annotations: readonly SpdxAnnotation[] | undefined;
}): readonly string[] {
  return annotations.flatMap(({ annotator, annotationDate, annotationType, comment }) => [
    tag('Annotator', annotator),
    tag('AnnotationDate', annotationDate),
    tag('AnnotationType', annotationType),
    tag('SPDXREF', SPDXID),
    text('AnnotationComment', comment),
  ]);
}

/** What is blank says no more than a tag that is not there, and readers refuse it. */
function optional(name: string, value: string | undefined): readonly string[] {
  return value === undefined || isBlank(value) ? [] : [tag(name, value)];
}

function optionalText(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [text(name, value)];
}

/** Whether nothing of a text can be read. */
function isBlank(value: string): boolean {
  return /^[\s\p{Control}]*$/u.test(value);
}

/** A tag holds one line; what would break it becomes a blank, and what would open a text is parted. */
function tag(name: string, value: string): string {
  const line = parted(value.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim());
  return `${name}: ${line === '' ? 'NOASSERTION' : line}`;
}

/** A text may hold lines; nothing is left in it that would end it. */
function text(name: string, value: string): string {
  return `${name}: <text>${parted(value.replace(/[^\P{Control}\n]+/gu, ' '))}</text>`;
}

function parted(value: string): string {
  return value.toWellFormed().replace(/<(\/?)text>/gi, '< $1text>');
}
