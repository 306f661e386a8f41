/** The names of Gradle's lockfiles: of a project, of its build script or settings, and one a configuration as before Gradle 7. */
export const gradleLockfiles: readonly string[] = ['**/*gradle.lockfile', '**/gradle/dependency-locks/*.lockfile'];
