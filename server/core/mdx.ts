import type { Cover, Excerpt } from './excerpt.ts';
import type { Comment } from './model.ts';
export function coverMdx(_excerpt: Excerpt): { covers: readonly Cover[]; comments: readonly Comment[] } {
  return { covers: [], comments: [] };
}
