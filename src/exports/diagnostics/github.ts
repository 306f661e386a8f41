import type { DiagnosticExport } from '../../model/plugs/diagnostic-export.ts';

/** Writes diagnostics as workflow commands, which GitHub Actions shows at the lines of a pull request. */
export const github: DiagnosticExport = {
  name: 'github',
  title: 'GitHub Actions annotations',
  write: (diagnostics) =>
    diagnostics
      .map(({ severity, rule, message, help, clause, file, line, column }) => {
        const place = [
          `file=${property(file)}`,
          line === undefined ? undefined : `line=${line}`,
          column === undefined ? undefined : `col=${column}`,
          `title=${property(clause === undefined ? rule : `${rule} (${clause.replace(':', ' ')})`)}`,
        ];
        const kind = severity === 'note' ? 'notice' : severity;
        return `::${kind} ${place.filter((part) => part !== undefined).join(',')}::${text(`${message}\n${help}`)}\n`;
      })
      .join(''),
};

/** Workflow commands end at a line break, and escape by percent signs; what no eye would see is spelled out. */
function text(value: string): string {
  return value.replace(unseen, spellOut).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Control and format characters, and the mark of older commands, such as `##[error]`, which count anywhere in a line. */
const unseen = /(?![\r\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]|#(?=#\w*\[)/gu;

function spellOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
