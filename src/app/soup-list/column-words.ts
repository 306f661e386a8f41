import { soupListFields, type SoupListField } from '../../model/records/soup-list-columns.ts';

const words: Readonly<Record<SoupListField, string>> = {
  purl: `
    purl, package url, packageurl, paket url`,
  title: `
    name, title, soup, soup name, soup title, soup item, item, item name, component, component name, package,
    package name, library, library name, software, software name, product, dependency, module,
    third party software, ots, ots software, bezeichnung, titel, komponente, produkt, paket, paketname,
    bibliothek, softwarekomponente, softwarename, soup komponente, soup bezeichnung, fremdsoftware,
    abhangigkeit`,
  version: `
    version, versions, version number, soup version, rev, release, revision, designator, unique designator,
    installed version, current version, versionsnummer, versionsstand, fassung, eingesetzte version,
    verwendete version`,
  manufacturer: `
    manufacturer, supplier, vendor, author, publisher, maintainer, developer, provider, origin, hersteller,
    lieferant, anbieter, herausgeber, autor, entwickler, soup manufacturer`,
  ecosystem: `
    ecosystem, package manager, package type, language, programming language, type, platform, paketmanager,
    sprache, programmiersprache, typ, plattform`,
  purpose: `
    purpose, intended use, intended purpose, use, used for, usage, function, description, reason, rationale,
    zweck, verwendungszweck, verwendung, einsatzzweck, einsatz, funktion, beschreibung, zweckbestimmung,
    aufgabe, genutzt fur`,
  requirements: `
    requirement, requirements, functional requirements, functional and performance requirements,
    functional performance requirements, soup requirements, anforderung, anforderungen,
    funktionale anforderungen, funktions und leistungsanforderungen, leistungsanforderungen`,
  system: `
    system requirements, hardware requirements, hardware and software requirements, hw sw requirements,
    hardware software, environment, systemanforderungen, systemvoraussetzungen, hardware,
    hardware und softwareanforderungen, voraussetzungen, umgebung, hw sw anforderungen`,
  licence: `
    licence, license, licences, licenses, spdx, spdx license, license type, lizenz, lizenzen, lizenzmodell,
    lizenztyp`,
  class: `
    class, safety class, software safety class, iec 62304 class, 62304 class, classification,
    safety classification, klasse, sicherheitsklasse, softwaresicherheitsklasse, klassifizierung,
    software sicherheitsklasse`,
  risk: `
    risk, risks, risk level, risk assessment, risk analysis, risk rating, hazard, failure mode,
    failure modes, criticality, risiko, risiken, risikobewertung, risikoanalyse, risikoklasse, gefahrdung,
    fehlermoglichkeiten, kritikalitat`,
  reviewed: `
    anomalies reviewed on, anomalies reviewed, anomaly review, anomaly review date, last anomaly review,
    last verified, last reviewed, last review, last checked, review date, reviewed on, verified on,
    date of review, gepruft am, zuletzt gepruft, letzte prufung, anomalien gepruft am, prufdatum,
    letzte uberprufung, bewertet am, datum der prufung`,
  anomalies: `
    anomalies, known anomalies, anomaly list, anomalies list, known issues, issues, bugs, cves, known bugs,
    published anomalies, bug tracker, issue tracker, anomalien, bekannte anomalien, bekannte fehler,
    anomalienliste, fehlerliste, schwachstellen`,
  url: `
    url, website, web site, homepage, home page, link, repository, source, source url, webseite,
    internetseite, internetadresse, quelle, bezugsquelle, download`,
  support: `
    support, support level, support status, maintenance status, end of support, end of life, eol, wartung,
    wartungsstatus, supportende, unterstutzung, supportstatus`,
  owner: `
    owner, responsible, responsible person, verantwortlich, verantwortlicher, zustandig`,
  notes: `
    notes, note, comment, comments, remark, remarks, bemerkung, bemerkungen, kommentar, anmerkung,
    anmerkungen, hinweis, notiz`,
};

/**
 * What people write above the columns of a SOUP list, in English and German; small letters and digits alone, so that
 * "Hersteller / Lieferant" is `hersteller lieferant`. A title is known as a whole, or by the words that it begins with.
 */
export const columnWords: ReadonlyMap<SoupListField, readonly string[]> = new Map(
  soupListFields.map((field) => [field, words[field].split(',').map((word) => word.trim())]),
);
