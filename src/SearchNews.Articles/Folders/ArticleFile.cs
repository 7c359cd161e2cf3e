using System.Security;
using Microsoft.Win32.SafeHandles;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Folders;

/// <summary>Loads article files whole, as one consistent state, within the limits. Stateless and safe to share.</summary>
public static class ArticleFile
{
    /// <summary>Times a file is read anew when it changes meanwhile.</summary>
    private const int Attempts = 3;

    /// <summary>
    /// Reads the file of an entry. A file that is gone, unreadable, too large, no regular file any more or never still comes back
    /// with a problem, not an exception. Another process may write, replace or delete the file meanwhile.
    /// </summary>
    public static ArticleFileContent Load(ArticleEntry entry, ArticleLimits? limits = null) => Load(entry, limits, afterRead: null);

    /// <summary>As above; <paramref name="afterRead"/> runs between the reading and the look whether the file changed meanwhile.</summary>
    internal static ArticleFileContent Load(ArticleEntry entry, ArticleLimits? limits, Action? afterRead)
    {
        ArgumentNullException.ThrowIfNull(entry);
        limits = (limits ?? ArticleLimits.Default).Validated();
        try
        {
            return LoadRegular(entry, limits, afterRead);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fail(entry, DiagnosticCode.FileVanished, "the file was deleted or renamed while the folder was read");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or SecurityException)
        {
            return Fail(entry, DiagnosticCode.FileUnreadable, "the file may not be read; check its permissions");
        }
        catch (IOException e)
        {
            return Fail(entry, DiagnosticCode.FileUnreadable, $"the file cannot be read (error 0x{e.HResult:X8})");
        }
    }

    private static ArticleFileContent LoadRegular(ArticleEntry entry, ArticleLimits limits, Action? afterRead)
    {
        // Between the scan and now the name may have become a pipe or a link; the moment from here to the open stays.
        FileKind kind = FileType.IsRegular(entry.FullPath) ? FileKind.Regular : KindOf(entry);
        if (kind == FileKind.NotRegular)
            return Fail(entry, DiagnosticCode.FileNotRegular, "this was a file and now is a link, pipe or device; it is not opened");
        if (kind == FileKind.EmptyOrNotRegular)
            return Fail(entry, DiagnosticCode.FileEmpty, FileMessages.Empty);

        using SafeFileHandle handle = File.OpenHandle(
            entry.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            ArticleEntry before = Observe(entry, handle);
            if (before.Size > limits.FileBytes)
                return Fail(before, DiagnosticCode.FileTooLarge, FileMessages.TooLarge(before.Size, limits));
            if (before.Size == 0)
                return Fail(before, DiagnosticCode.FileEmpty, FileMessages.Empty);

            byte[] bytes = new byte[before.Size];
            int read = ReadAll(handle, bytes);
            afterRead?.Invoke();
            if (read == bytes.Length && Observe(entry, handle) == before)
                return new ArticleFileContent(before, bytes, ArticleReader.Hash(bytes));
        }

        return Fail(entry, DiagnosticCode.FileChanging, "the file keeps changing while it is read; it will be read by the next update");
    }

    /// <summary>What a path names that is not surely a regular file.</summary>
    private static FileKind KindOf(ArticleEntry entry)
    {
        var info = new FileInfo(entry.FullPath);
        if (!info.Exists)
            throw new FileNotFoundException();
        return info.Attributes.HasFlag(FileAttributes.ReparsePoint)
            ? FileKind.NotRegular
            : FileType.Of(entry.FullPath, info.Length);
    }

    private static int ReadAll(SafeFileHandle handle, Span<byte> bytes)
    {
        int total = 0;
        while (total < bytes.Length)
        {
            int read = RandomAccess.Read(handle, bytes[total..], total);
            if (read == 0)
                break;
            total += read;
        }

        return total;
    }

    private static ArticleEntry Observe(ArticleEntry entry, SafeFileHandle handle) => entry with
    {
        Size = RandomAccess.GetLength(handle),
        ModifiedAt = new DateTimeOffset(File.GetLastWriteTimeUtc(handle)),
    };

    private static ArticleFileContent Fail(ArticleEntry entry, string code, string message) =>
        new(entry, new ArticleDiagnostic(entry.Path, 1, 1, code, DiagnosticSeverity.Error, message));
}
