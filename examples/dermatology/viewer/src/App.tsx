import { CssBaseline, Stack, ThemeProvider, createTheme } from '@mui/material';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router-dom';

import { AssessmentPanel } from './AssessmentPanel';
import { ImageViewport } from './ImageViewport';
import { useSession } from './session';

const en = {
  'assessment.start': 'Assess the image',
  'assessment.running': 'The image is being assessed',
  'assessment.result.suspicious': 'Suspicious',
  'assessment.result.not-suspicious': 'Not suspicious',
  'assessment.result.unclear': 'Unclear: take the image again',
  'assessment.score': 'Score {{score}}',
  'assessment.disclaimer': 'The physician decides. This result is one piece of information.',
};

const queries = new QueryClient({ defaultOptions: { mutations: { retry: false } } });
const theme = createTheme();

function Examination() {
  const image = useSession((session) => session.image);
  const open = useSession((session) => session.open);
  return (
    <Stack direction="row" spacing={2}>
      <input
        type="file"
        accept=".dcm,application/dicom"
        onChange={({ target }) => target.files?.[0] && open(target.files[0])}
      />
      {image && <ImageViewport file={image} />}
      <AssessmentPanel key={image && `${image.name} ${image.lastModified}`} />
    </Stack>
  );
}

/** Routes are resolved in the browser; nothing is rendered or preloaded on a server. */
function App() {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/examination" element={<Examination />} />
        <Route path="*" element={<Navigate to="/examination" replace />} />
      </Routes>
    </BrowserRouter>
  );
}

export async function mount(root: HTMLElement): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    keySeparator: false,
  });
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}
