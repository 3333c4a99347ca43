import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressBars, progressLines } from '../../src/learn/show-progress.js';

const fakeTerminal = () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  return { terminal, shown: (): string => String(terminal.read() ?? '') };
};

describe('showing how far learning has come', () => {
  it('draws a bar for each step of known length and a count for others, and ends each on its own line', () => {
    const { terminal, shown } = fakeTerminal();
    const { onProgress, stop } = progressBars(terminal);
    onProgress({ phase: 'counting pairs', done: 0, total: 40 });
    onProgress({ phase: 'counting pairs', done: 40, total: 40 });
    onProgress({ phase: 'building profiles', done: 0, total: null });
    onProgress({ phase: 'building profiles', done: 7, total: null });
    stop();
    const text = shown();
    expect(text).toMatch(/counting pairs +\[.*\] 100% 40\/40/);
    expect(text).toMatch(/building profiles +: 7/);
    expect(text.split('\n').length).toBeGreaterThan(2);
  });

  it('can be stopped before anything began', () => {
    const { terminal, shown } = fakeTerminal();
    progressBars(terminal).stop();
    expect(shown()).toBe('');
  });

  it('tells where a step was when it was broken off', () => {
    const lines: string[] = [];
    const { onProgress, stop } = progressLines((line) => lines.push(line));
    onProgress({ phase: 'reading orders', done: 1000, total: 5000 });
    stop();
    stop();
    expect(lines).toEqual(['reading orders: 1,000']);
  });
});
