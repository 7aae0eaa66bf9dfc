import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, cutBytes, cutMarkdown, fitStages, plainLine } from '../../src/github/size.ts';
import { block, writtenByUs } from '../../src/report/safe.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

test('a cut ends at a whole character and at most one character short of the limit', () => {
  fc.assert(
    fc.property(anyText, fc.nat(500), (raw, limit) => {
      const text = Buffer.from(raw).toString();
      const cut = cutBytes(text, limit);
      expect(text.startsWith(cut)).toBe(true);
      expect(byteLength(cut)).toBeLessThanOrEqual(limit);
      if (cut !== text) expect(byteLength(cut)).toBeGreaterThan(limit - 4);
    }),
  );
});

test('cut markdown fits, leaves no fence or details open, and says that it was cut', () => {
  const line = fc.constantFrom(
    '| a | b |',
    '```',
    '````js',
    '````',
    '~~~',
    '<details><summary>x</summary>',
    '</details>',
    'ü'.repeat(40),
    '',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 200, max: 1200 }), (lines, limit) => {
      const text = lines.join('\n');
      const cut = cutMarkdown(writtenByUs(text), limit);
      expect(byteLength(cut)).toBeLessThanOrEqual(limit);
      if (cut === text) return;
      expect(cut).toContain('cut here');
      // Outside of fences, as a renderer would see it.
      let fence = '';
      let open = 0;
      for (const row of cut.split('\n')) {
        const marker = /^(`{3,}|~{3,})/.exec(row)?.[1];
        if (fence) fence = marker?.startsWith(fence) && row === marker ? '' : fence;
        else if (marker) fence = marker;
        else if (row.includes('<details>')) open++;
        else if (row.includes('</details>')) open--;
      }
      expect(fence).toBe('');
      expect(open).toBeLessThanOrEqual(0);
    }),
  );
});

test('the richest stage that fits is taken; if none does, the last is cut', () => {
  const long = writtenByUs('word\n'.repeat(1000));
  expect(fitStages([long, block`shorter`, block`short`], 100)).toBe('shorter');
  expect(fitStages(block`all of it`, 100)).toBe('all of it');
  const cut = fitStages([long, writtenByUs(long.slice(5))], 300);
  expect(byteLength(cut)).toBeLessThanOrEqual(300);
  expect(cut).toMatch(/^word\nword\n/);
});

test('a plain line has no line breaks, control or direction characters, and fits', () => {
  expect(plainLine('worse\r\n::error::x\u202Eevil\u0007', 100)).toBe('worse ::error::xevil');
  fc.assert(
    fc.property(anyText, (raw) => {
      const line = plainLine(Buffer.from(raw).toString(), 50);
      expect(byteLength(line)).toBeLessThanOrEqual(50);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
  );
});
