using System.Runtime.InteropServices;

namespace SearchNews.Articles.Folders;

/// <summary>
/// Tells regular files from pipes, sockets and devices, which .NET does not show (dotnet/runtime 85148) and which must not be opened:
/// opening a pipe waits for a writer, and opening a device can do things.
/// </summary>
/// <remarks>
/// Linux: statx(2), whose record has one layout on all processors. Elsewhere, and where statx is refused, the fallback is the size: a pipe,
/// socket or device has none, so a file without bytes is not opened; an empty article is not one anyway.
/// </remarks>
internal static partial class FileType
{
    private const int AtFdcwd = -100;
    private const int AtSymlinkNofollow = 0x100;
    private const uint StatxType = 1;
    private const int ModeOffset = 28;
    private const int StatxSize = 256;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>What <paramref name="path"/> names; a path that is gone counts by its size.</summary>
    /// <param name="path">The path; a link is not followed.</param>
    /// <param name="size">Its size in bytes as .NET gives it.</param>
    public static FileKind Of(string path, long size)
    {
        if (!OperatingSystem.IsLinux() || StatxMode(path) is not int mode)
            return BySize(size);
        return (mode & TypeMask) == Regular ? FileKind.Regular : FileKind.NotRegular;
    }

    /// <summary>Whether a path names a regular file, by one call of the system. False where that cannot be told, too.</summary>
    /// <param name="path">The path; a link is not followed, and is not regular.</param>
    public static bool IsRegular(string path) => OperatingSystem.IsLinux() && StatxMode(path) is int mode && (mode & TypeMask) == Regular;

    /// <summary>The fallback.</summary>
    public static FileKind BySize(long size) => size > 0 ? FileKind.Regular : FileKind.EmptyOrNotRegular;

    private static int? StatxMode(string path)
    {
        Span<byte> record = stackalloc byte[StatxSize];
        try
        {
            if (Statx(AtFdcwd, path, AtSymlinkNofollow, StatxType, ref MemoryMarshal.GetReference(record)) != 0)
                return null;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }

        return MemoryMarshal.Read<ushort>(record[ModeOffset..]);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, ref byte record);
}
