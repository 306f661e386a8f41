import assert from 'node:assert/strict';
import { test } from 'node:test';
import { swiftProducts } from './swift-products.ts';

test('a manifest of Swift says which package a product comes from', () => {
  const text =
    '.target(dependencies: [.product(name: "Logging", package: "swift-log"), .product(\n  name: "a-b",\n  package: "C")])';
  assert.deepEqual(swiftProducts.read('Package.swift', text), [
    { module: 'Logging', packages: ['swift-log'] },
    { module: 'a_b', packages: ['C'] },
  ]);
});

test('a project of Xcode says it, too', () => {
  const text = `
		1A /* Logging */ = {
			isa = XCSwiftPackageProductDependency;
			package = 2B /* XCRemoteSwiftPackageReference "swift-log" */;
			productName = Logging;
		};`;
  assert.deepEqual(swiftProducts.read('App.xcodeproj/project.pbxproj', text), [
    { module: 'Logging', packages: ['swift-log'] },
  ]);
});
