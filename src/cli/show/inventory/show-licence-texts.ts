import type { ListedTexts } from '../../../app/licences/list-texts.ts';
import { counted } from '../../../base/counted.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { detectedTexts } from './detected-texts.ts';

/** Shows the licence texts of a product: first those that belong to nobody, for a person has to say whose they are. */
export function showLicenceTexts({ components, without, others, questions }: ListedTexts, paint: Paint): string {
  const lines = [
    paint(
      'bold',
      `${counted(others.length, 'licence text')} in the product ${others.length === 1 ? 'belongs' : 'belong'} to no component`,
    ),
    ...detectedTexts(others).map((line) => `  ${safeText(line)}`),
    '',
    paint(
      'bold',
      `${counted(components.length, 'component')} with licence texts of ${components.length === 1 ? 'its' : 'their'} own`,
    ),
    ...components.flatMap(({ component, files }) => [
      `  ${safeText(component)}`,
      ...detectedTexts(files).map((line) => `    ${safeText(line)}`),
    ]),
    '',
    paint(
      'bold',
      `${counted(without.length, 'component')} that ${without.length === 1 ? 'ships' : 'ship'} without a licence text`,
    ),
    ...without.map((purl) => `  ${safeText(purl)}`),
    '',
    paint('bold', counted(questions.length, 'question')),
    ...questions.flatMap(({ message, help }) => [`  ${safeText(message)}`, `    ${paint('dim', safeText(help))}`]),
    '',
  ];
  return lines.join('\n');
}
