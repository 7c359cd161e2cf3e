using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Store;

/// <summary>
/// fsync of a folder: makes creations and renames in it survive a power cut. .NET has no call for it (dotnet/runtime 28169), so this
/// asks the C library. Windows needs none: NTFS journals its metadata.
/// </summary>
public static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Makes the entries of <paramref name="path"/> durable.</summary>
    /// <exception cref="IOException">The system refused; the state on disk is unknown.</exception>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        int descriptor = Open(path, ReadOnly);
        if (descriptor < 0) throw Failure("open", path);
        try
        {
            if (Fsync(descriptor) != 0) throw Failure("fsync", path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string call, string path)
    {
        int error = Marshal.GetLastPInvokeError();
        return new IOException($"{call} of folder '{path}' failed: {new Win32Exception(error).Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
