import { expect, test } from 'vitest';

import { activated, booted, confirmed, keptBuilds, type ShellState } from './shell-state.ts';

const working: ShellState = { current: 'b1', boots: 0, isConfirmed: true };

test('the first build is current, and there is nothing to go back to', () => {
  let state = activated(undefined, 'b1');
  for (let boot = 0; boot < 5; boot++) state = booted(state);
  expect(state).toMatchObject({ current: 'b1', boots: 5, isConfirmed: false });
});

test('a new build that works is kept, with the one before it', () => {
  const state = confirmed(booted(activated(working, 'b2')), 'b2');
  expect(state).toEqual({ current: 'b2', previous: 'b1', boots: 0, isConfirmed: true });
  expect(keptBuilds(state, 'b2')).toEqual(['b2', 'b1', 'b2']);
});

test('a new build that fails three times makes way for the one before, and is not tried again', () => {
  let state = activated(working, 'b2');
  for (let boot = 0; boot < 3; boot++) {
    state = booted(state);
    expect(state.current).toBe('b2');
  }
  state = booted(state);
  expect(state).toEqual({ current: 'b1', boots: 0, isConfirmed: true, rejected: 'b2' });
  expect(activated(state, 'b2')).toBe(state);
  expect(activated(state, 'b3')).toMatchObject({ current: 'b3', previous: 'b1' });
});

test('a build that was never seen to work is nothing to go back to', () => {
  const state = activated(booted(activated(working, 'b2')), 'b3');
  expect(state).toMatchObject({ current: 'b3', previous: 'b1' });
});

test('a page of another build says nothing about the current one', () => {
  const state = booted(activated(working, 'b2'));
  expect(confirmed(state, 'b1')).toBe(state);
});

test('a worker that starts again changes nothing', () => {
  const state = confirmed(activated(working, 'b2'), 'b2');
  expect(activated(state, 'b2')).toBe(state);
});
