import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { scopeOfPath } from '../python/requirement/requirement-scope.ts';
import { parseCmake } from './cmake-syntax.ts';
import { cmakeVariables } from './cmake-variables.ts';
import { fetchedComponent } from './fetched-component.ts';
import { readFetchCall } from './fetch-call.ts';

/** Reads what CMake files fetch by FetchContent, ExternalProject and CPM.cmake; a file that fetches nothing gives nothing. */
export const cmakeDependencies: Reader = {
  name: 'cmake-dependencies',
  title: 'CMake FetchContent, ExternalProject and CPM.cmake',
  content: 'legacy-text',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    if (!mayFetch(text)) return unreadable();
    const commands = parseCmake(text);
    if ('message' in commands) return unreadable(syntaxProblem(path, commands.message, commands.at));
    const variables = cmakeVariables();
    const components: Component[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const command of commands) {
      const call = readFetchCall(command, variables.resolve);
      variables.pass(command);
      if (call === undefined) continue;
      const at = { file: path, line: command.line };
      const fetched = fetchedComponent(call, at);
      for (const each of fetched.diagnostics) diagnostics.push(each);
      if (fetched.component === undefined) continue;
      const evidence = { ...scopeOfPath(path, 'CMake does not tell what of it ships'), at };
      components.push({ ...fetched.component, scope: evidence.scope, scopeEvidence: [evidence], relation: 'direct' });
    }
    return { components, graph: 'none', diagnostics };
  },
};

function mayFetch(text: string): boolean {
  const calls = text.matchAll(/\b(?:fetchcontent_|externalproject_add|cpm(?=\w))(\w*)\s*\(/gi);
  return calls.some(([call, rest = '']) => !/^cpm/i.test(call) || /package/i.test(rest.slice(1)));
}
