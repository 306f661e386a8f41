import { create } from 'zustand';

type Session = {
  /** The image on screen; the assessment always belongs to this one. */
  image: File | undefined;
  open: (image: File) => void;
  close: () => void;
};

export const useSession = create<Session>()((set) => ({
  image: undefined,
  open: (image) => set({ image }),
  close: () => set({ image: undefined }),
}));
