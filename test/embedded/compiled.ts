import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = join(ROOT, 'src');
/** The embedded store, and what it shares with the stores. */
const PARTS = ['embedded', 'bson'];
const COMPILER_OPTIONS: ts.CompilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };

function compileInto(target: string): void {
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }');
  const files = PARTS.flatMap((part) => readdirSync(join(SOURCE, part), { recursive: true, encoding: 'utf8' }).map((file) => join(part, file)));
  for (const name of files.filter((file) => file.endsWith('.ts'))) {
    const out = join(target, name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, ts.transpileModule(readFileSync(join(SOURCE, name), 'utf8'), { compilerOptions: COMPILER_OPTIONS }).outputText);
  }
}

/** Compiles the embedded store once for a test file, for child processes and threads. @returns the path of a compiled file */
export function useCompiledStore(): (file: string) => string {
  let target = '';
  beforeAll(() => {
    // Below node_modules, so that the packages are found and nothing lands among the sources.
    const cache = join(ROOT, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    target = mkdtempSync(join(cache, 'tandem-embedded-'));
    compileInto(target);
  });
  afterAll(() => { rmSync(target, { recursive: true, force: true }); });
  return (file) => join(target, 'embedded', file);
}
