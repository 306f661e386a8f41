import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scope } from '../../../model/component.ts';
import { scopeOfConfiguration } from './gradle-configuration.ts';

const names: Readonly<Record<Exclude<Scope, 'optional'>, readonly string[]>> = {
  runtime: [
    'runtimeClasspath',
    'productionRuntimeClasspath',
    'releaseRuntimeClasspath',
    'fullReleaseRuntimeClasspath',
    'latestReleaseRuntimeClasspath',
    'jvmRuntimeClasspath',
    'coreLibraryDesugaring',
    'compile',
    'default',
  ],
  development: [
    'compileClasspath',
    'compileOnly',
    'releaseCompileClasspath',
    'debugRuntimeClasspath',
    'fullDebugRuntimeClasspath',
    'testRuntimeClasspath',
    'integrationTestRuntimeClasspath',
    'debugAndroidTestRuntimeClasspath',
    'jmhRuntimeClasspath',
    'annotationProcessor',
    'hiltAnnotationProcessorFullRelease',
    'kspReleaseKotlinProcessorClasspath',
    'kotlinCompilerPluginClasspathMain',
    'kotlinBuildToolsApiClasspath',
    'implementationDependenciesMetadata',
    '_internal-screenshot-test-task-layoutlib',
    'unified-test-platform-core',
    'androidLintTool',
    'checkstyle',
    'jacocoAgent',
    'classpath',
    'developmentOnly',
  ],
  unknown: ['openapiGenerator', 'jbake', 'providedRuntime', 'contestants', ''],
};

for (const [scope, configurations] of Object.entries(names)) {
  for (const name of configurations) {
    test(`what is in the configuration ${JSON.stringify(name)} is ${scope}`, () => {
      assert.equal(scopeOfConfiguration(name), scope);
    });
  }
}
