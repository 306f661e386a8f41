import { useMutation } from '@tanstack/react-query';
import { Alert, AlertTitle, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';

import { assess, reasonOf, type Assessment } from './api';
import { useSession } from './session';

const SEVERITY = {
  suspicious: 'error',
  'not-suspicious': 'info',
  unclear: 'warning',
} as const satisfies Record<Assessment['result'], string>;

/** Asks for the assessment and shows it. An error clears the result: an old one is never left on screen. */
export function AssessmentPanel() {
  const { t } = useTranslation();
  const image = useSession((session) => session.image);
  const assessment = useMutation({
    mutationFn: (file: File) => assess(file),
    retry: false,
  });

  return (
    <Stack spacing={2}>
      <Button
        variant="contained"
        disabled={image === undefined || assessment.isPending}
        onClick={() => image && assessment.mutate(image)}
      >
        {t('assessment.start')}
      </Button>
      {assessment.isPending && <LinearProgress aria-label={t('assessment.running')} />}
      {assessment.isError && <Alert severity="error">{reasonOf(assessment.error)}</Alert>}
      {assessment.isSuccess && (
        <Alert severity={SEVERITY[assessment.data.result]}>
          <AlertTitle>{t(`assessment.result.${assessment.data.result}`)}</AlertTitle>
          <Typography variant="body2">
            {t('assessment.score', { score: assessment.data.score.toFixed(2) })}
          </Typography>
          <Typography variant="caption">{t('assessment.disclaimer')}</Typography>
        </Alert>
      )}
    </Stack>
  );
}
