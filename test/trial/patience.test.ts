import { expect, test } from 'vitest';
import { patienceOf, withinPatience } from '../../src/trial/patience.ts';

test('a hurry shortens a grace, never lengthens it', () => {
  expect(patienceOf(5000, undefined)()).toBe(5000);
  expect(patienceOf(5000, () => undefined)()).toBe(5000);
  expect(patienceOf(5000, () => 700)()).toBe(700);
  expect(patienceOf(200, () => 700)()).toBe(200);
});

test('waiting ends when patience does, also when it shrinks meanwhile', async () => {
  let patience = 3_600_000;
  setTimeout(() => {
    patience = 0;
  }, 30);
  expect(await withinPatience(new Promise(() => {}), () => patience)).toBe(false);
  expect(await withinPatience(Promise.resolve(), () => 60_000)).toBe(true);
  expect(await withinPatience(new Promise((resolve) => setTimeout(resolve, 20)), () => 60_000)).toBe(true);
});
