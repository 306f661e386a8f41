export { fileNameOf, isCommit, repositoryAt, withoutSecrets, type Repository } from '../../base/package-address.ts';
