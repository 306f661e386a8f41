import type { ListedTexts } from '../../../app/licences/list-texts.ts';
import { counted } from '../../../base/counted.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { detectedTexts } from './detected-texts.ts';

/** Shows the licence texts of a product: first those that belong to nobody, for a person has to say whose they are. */
export function showLicenceTexts({ components, without, others, questions }: ListedTexts, paint: Paint): string {
  const lines = [
    paint('bold', `${counted(others.length, 'licence text')} in the product belong to no component`),
    ...detectedTexts(others).map((line) => `  ${line}`),
    '',
    paint('bold', `${counted(components.length, 'component')} with licence texts of their own`),
    ...components.flatMap(({ component, files }) => [
      `  ${component}`,
      ...detectedTexts(files).map((line) => `    ${line}`),
    ]),
    '',
    paint('bold', `${counted(without.length, 'component')} that ship without a licence text`),
    ...without.map((purl) => `  ${purl}`),
    '',
    paint('bold', counted(questions.length, 'question')),
    ...questions.flatMap(({ message, help }) => [`  ${message}`, `    ${paint('dim', help)}`]),
    '',
  ];
  return lines.map(safeText).join('\n');
}
