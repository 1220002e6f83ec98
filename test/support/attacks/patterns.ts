import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** File and line it stands at. */
  readonly at: string;
}

const ROOT = join(__dirname, '../../..');

/** Every regular expression written down in those folders, and every one put together while running. */
export function patternsIn(folders: readonly string[]): { patterns: Pattern[]; composed: string[] } {
  const patterns: Pattern[] = [];
  const composed: string[] = [];
  for (const path of folders.flatMap((folder) => scripts(join(ROOT, folder)))) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      const at = `${relative(ROOT, path)}:${line}`;
      if (ts.isRegularExpressionLiteral(node)) patterns.push({ ...partsOf(node.text), at });
      const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
      if (isMade && node.expression.getText(file) === 'RegExp') composed.push(at.replace(/:\d+$/, ''));
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { patterns, composed };
}

function scripts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|cjs|mjs)$/.test(path))
    .map((path) => join(folder, path));
}

function partsOf(literal: string): Pick<Pattern, 'source' | 'flags'> {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}
