/**
 * Source: Debian 12, package apparmor 3.0.8-3. Read 2026-11-28.
 */
export const debianIncludes = {};
