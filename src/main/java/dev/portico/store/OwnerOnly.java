package dev.portico.store;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The rights with which files and folders are created: nobody but the owner gets in, from the
/// first moment on. The Windows branch has been written by the book and not run.
final class OwnerOnly {
    private OwnerOnly() {}

    static FileAttribute<?>[] file(Path near) throws IOException {
        return rights(near, "rw-------");
    }

    static FileAttribute<?>[] folder(Path near) throws IOException {
        return rights(near, "rwx------");
    }

    private static FileAttribute<?>[] rights(Path near, String posix) throws IOException {
        Set<String> views = near.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
            };
        }
        return views.contains("acl")
                ? new FileAttribute<?>[] {new Acl(List.of(all(owner(near))))}
                : new FileAttribute<?>[0];
    }

    private record Acl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }

    private static UserPrincipal owner(Path near) throws IOException {
        return near.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }

    private static AclEntry all(UserPrincipal owner) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
    }
}
