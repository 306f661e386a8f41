export {
  fileNameOf,
  isCommit,
  repositoryAt,
  withoutSecrets,
  type Repository,
} from '../../base/packages/package-address.ts';
