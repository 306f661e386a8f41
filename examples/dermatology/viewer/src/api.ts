import axios, { AxiosError } from 'axios';
import { z } from 'zod';

/** What the inference service answers; anything else is an error, never a result. */
export const Assessment = z.object({
  result: z.enum(['suspicious', 'not-suspicious', 'unclear']),
  score: z.number().min(0).max(1),
  certainty: z.number().min(0).max(1),
  sharpness: z.number().nonnegative(),
  version: z.string(),
});
export type Assessment = z.infer<typeof Assessment>;

const service = axios.create({
  baseURL: '/api',
  timeout: 30_000,
  maxRedirects: 0,
});

/** Sends one image to the service. The path is fixed: no address ever comes from user input. */
export async function assess(image: File, signal?: AbortSignal): Promise<Assessment> {
  const form = new FormData();
  form.append('image', image);
  const answer = await service.post<unknown>('/assessments', form, signal ? { signal } : {});
  return Assessment.parse(answer.data);
}

/** The text for the user: the reason that the service gave, or that there is no result. */
export function reasonOf(error: unknown): string {
  if (error instanceof AxiosError && error.response?.status === 422) {
    const parsed = z.object({ detail: z.string() }).safeParse(error.response.data);
    if (parsed.success) return parsed.data.detail;
  }
  return 'No result. The image was not assessed.';
}
