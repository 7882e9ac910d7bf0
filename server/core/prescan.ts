import { excerptOf, type Excerpt } from './excerpt.ts';
import type { Notice } from './model.ts';
export function prescan(source: string): { excerpt: Excerpt; notices: readonly Notice[] } {
  return { excerpt: excerptOf(source, source.startsWith('\uFEFF') ? [{ start: 0, end: 1 }] : []), notices: [] };
}
