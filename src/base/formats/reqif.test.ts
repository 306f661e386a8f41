import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReqif } from './reqif.ts';

const file = (objects: string) => `<?xml version="1.0" encoding="UTF-8"?>
<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<CORE-CONTENT><REQ-IF-CONTENT>
<DATATYPES><DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="dt"><SPECIFIED-VALUES>
<ENUM-VALUE IDENTIFIER="e4" LONG-NAME="Serious"/></SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION></DATATYPES>
<SPEC-TYPES><SPEC-OBJECT-TYPE IDENTIFIER="t"><SPEC-ATTRIBUTES>
<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a1" LONG-NAME="ID"/><ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="a2" LONG-NAME="Hazard"/>
<ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="a3" LONG-NAME="Severity"/>
</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE></SPEC-TYPES>
<SPEC-OBJECTS>${objects}</SPEC-OBJECTS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>`;

const object = (id: string, xhtml: string) => `<SPEC-OBJECT IDENTIFIER="o-${id}"><VALUES>
<ATTRIBUTE-VALUE-STRING THE-VALUE="${id}"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>a1</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>
<ATTRIBUTE-VALUE-XHTML><DEFINITION><ATTRIBUTE-DEFINITION-XHTML-REF>a2</ATTRIBUTE-DEFINITION-XHTML-REF></DEFINITION><THE-VALUE>${xhtml}</THE-VALUE></ATTRIBUTE-VALUE-XHTML>
<ATTRIBUTE-VALUE-ENUMERATION><DEFINITION><ATTRIBUTE-DEFINITION-ENUMERATION-REF>a3</ATTRIBUTE-DEFINITION-ENUMERATION-REF></DEFINITION><VALUES><ENUM-VALUE-REF>e4</ENUM-VALUE-REF></VALUES></ATTRIBUTE-VALUE-ENUMERATION>
</VALUES></SPEC-OBJECT>`;

test('objects have their values by long names: strings, enumerations, and formatted texts with words in order', () => {
  const read = readReqif(
    file(
      object(
        'R-1',
        '<xhtml:div>A <xhtml:b>wrong</xhtml:b> score<xhtml:br/>is shown.<xhtml:p>Second &amp; last.</xhtml:p></xhtml:div>',
      ) + object('R-2', '<xhtml:div>Other</xhtml:div>'),
    ),
  );
  assert.ok('objects' in read, 'message' in read ? read.message : '');
  assert.deepEqual(
    read.objects.map(({ values }) => Object.fromEntries(values)),
    [
      { IDENTIFIER: 'o-R-1', ID: 'R-1', Hazard: 'A wrong score\nis shown.\nSecond & last.', Severity: 'Serious' },
      { IDENTIFIER: 'o-R-2', ID: 'R-2', Hazard: 'Other', Severity: 'Serious' },
    ],
  );
});

test('what is no ReqIF, or a broken one, is told', () => {
  for (const text of ['', '<REQ-IF/>', '<html/>', file('<SPEC-OBJECT>')]) assert.ok('message' in readReqif(text), text);
});
