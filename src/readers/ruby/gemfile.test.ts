import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseGemfile } from './gemfile.ts';
import { gemfileFiles, readGemfile } from './read-gemfile.ts';

/** A Gemfile, and what it tells: the scope of each gem, `*` for one of a gemspec, `?` and the line for what is unread. */
const gemfiles: readonly (readonly [text: string, tells: string])[] = [
  ["gem 'a'", 'a runtime'],
  ['gem("a", "~> 1.0")', 'a runtime'],
  ["gem 'a', version", 'a runtime'],
  ["gem 'a', group: :test", 'a development'],
  ["gem 'a', :group => :test", 'a development'],
  ["gem 'a', 'group' => 'test'", 'a development'],
  ["gem 'a', groups: [:development, :test]", 'a development'],
  ["gem 'a', groups: [:test, :production]", 'a runtime'],
  ["gem 'a', groups: %i[test default]", 'a runtime'],
  ["gem 'a', groups: %w(test)", 'a development'],
  ["gem 'a', group: :assets", 'a unknown'],
  ["gem 'a', group: [:assets, :test]", 'a unknown'],
  ["gem 'a', group: chosen", 'a unknown ?1'],
  ["gem 'a', **options", 'a unknown ?1'],
  ["options = { group: :test }\ngem 'a', options", 'a unknown ?2'],
  ["gem 'a', '1',\n  # a reason\n  group: :test", 'a development'],
  ["gem 'a', \\\n  group: :test", 'a development'],
  ["gem 'a', group: :test if ENV['CI']", 'a development'],
  ["gem 'a', tag: 'v1#group: :test'", 'a runtime'],
  ["gem 'a' # group: :test", 'a runtime'],
  ["group :test do\n  gem 'a'\nend\ngem 'b'", 'a development, b runtime'],
  ["group(:test, :development) do\ngem 'a'\nend", 'a development'],
  ["group 'test' do gem 'a' end", '?1'],
  ["group :test, optional: true do\n  gem 'a'\nend", 'a development'],
  ["group :console, :optional => true do\n  gem 'a'\nend", 'a optional'],
  ["group :test do\n  group :production do\n    gem 'a'\n  end\n  gem 'b'\nend", 'a runtime, b development'],
  ["group :production do\n  group :test do\n    gem 'a'\n  end\nend", 'a runtime'],
  ["group :test do\n  gem 'a', group: :default\nend", 'a runtime'],
  ["group(*names) do\n  gem 'a'\nend", 'a unknown ?1'],
  [
    "group :test do\n  if x\n    gem 'a'\n  else\n    gem 'b'\n  end\nend\ngem 'c'",
    'a development, b development, c runtime',
  ],
  ["group :test do\n  case x\n  when /1.9/ then 1\n  end\n  gem 'a'\nend", 'a development'],
  ["group :test do\n  v = if x\n    1\n  end\n  while x do\n    y\n  end\n  gem 'a'\nend", 'a development'],
  [
    "platforms :jruby do\n  gem 'a'\nend\nsource 'https://gems.example' do\n  gem 'b', group: :test\nend",
    'a runtime, b development',
  ],
  ["install_if -> { RUBY_VERSION =~ /^3'/ } do\n  gem 'a'\nend", 'a runtime'],
  ["def tested(name)\n  gem 'a'\nend", 'a unknown ?1'],
  ['%w[a b].each do |name|\n  gem name\nend', '?2'],
  ['%w[a b].each { |name| gem name }', '?1'],
  ['gem "a#{1}"', '?1'],
  ["eval_gemfile 'parts/other'\ngem 'a'", 'a runtime +x/parts/other'],
  ["eval_gemfile(File.join(File.dirname(__FILE__), 'a', 'b')) if x", '+x/a/b'],
  ["path = File.expand_path('../b', __dir__)\neval_gemfile(path) if File.exist?(path)", '+b'],
  ["eval_gemfile File.expand_path('../b', __FILE__)", '+x/b'],
  ["path = 'a'\npath = 'b'\neval_gemfile path", '?3'],
  ["eval_gemfile ENV['GEMS']", '?1'],
  ["eval_gemfile '../../a'", '?1'],
  ['gemspec', '* development'],
  ['gemspec development_group: :production', '* runtime'],
  ["gemspec path: 'x', name: 'y'", '* development'],
  ["gem 'a'\n__END__\ngem 'b'", 'a runtime'],
  ["=begin\ngem 'b'\n=end\ngem 'a'", 'a runtime'],
  ["gem 'a'; gem 'b', group: :test", 'a runtime, b development'],
  ["gem 'a\ngroup :test do\n", '?1'],
  ["group :test do\n  gem 'a'", '?1'],
  ["gem 'a'\r\ngroup :test do\r\n  gem 'b'\r\nend\r\n", 'a runtime, b development'],
];

for (const [text, tells] of gemfiles) {
  test(`${JSON.stringify(text)} tells ${tells}`, () => {
    const { asks, gemspec, unread, includes } = parseGemfile('x/Gemfile', text);
    const gems = [...asks].map(([name, uses]) => `${name} ${uses.map(({ scope }) => scope).join('/')}`);
    const all = [...gems, ...(gemspec === undefined ? [] : [`* ${gemspec.scope}`])].join(', ');
    assert.equal(
      [all, ...includes.map(({ file }) => `+${file}`), ...unread.map(({ line }) => `?${line}`)]
        .filter((part) => part !== '')
        .join(' '),
      tells,
    );
  });
}

test('what a Gemfile takes in belongs to the groups around that, and what is missing is unread', () => {
  const opened = new Map([
    ['Gemfile', "group :test do\n  eval_gemfile 'more/Tests'\nend\neval_gemfile 'gone'\neval_gemfile 'Gemfile'"],
    ['more/Tests', "gem 'a'\neval_gemfile '../last'"],
    ['last', "gem 'b', group: :production"],
  ]);
  const gemfile = readGemfile('Gemfile', opened);
  const asks = [...(gemfile?.asks ?? [])].map(([name, uses]) => `${name} ${uses[0]?.scope} ${uses[0]?.at.file}`);
  assert.deepEqual(asks, ['a development more/Tests', 'b runtime last']);
  assert.deepEqual(
    gemfile?.unread.map(({ line }) => line),
    [4, 5],
  );
  assert.deepEqual(gemfileFiles('Gemfile', opened), ['Gemfile', 'more/Tests', 'gone', 'Gemfile', 'last']);
});

test('no text makes it throw, and none takes long', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseGemfile('Gemfile', text)));
  for (const piece of [
    '%w[',
    '"',
    "'",
    '/',
    '%q(',
    ':"',
    '=begin\n',
    '(',
    'do\n',
    '#',
    '\\',
    'a:',
    '::',
    '@',
    'x /',
    '=begin',
  ])
    parseGemfile('Gemfile', piece.repeat(20_000));
});
