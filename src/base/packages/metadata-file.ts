/** Where the answers of registries about components are frozen. */
export const metadataFile = 'soup/metadata.lock.json';
