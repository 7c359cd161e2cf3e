using System.Text;
using Microsoft.Win32.SafeHandles;
using SearchNews.Articles;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Maintenance;

/// <summary>
/// The files of the source folder by article id, for writing: durable and atomic, never outside the folder and never through a link. One writer at a time.
/// </summary>
internal sealed class SourceFiles
{
    /// <summary>One name a folder is enough, as changes come one after the other; what a crash leaves is overwritten by the next change there. No scan takes it for an article.</summary>
    private const string TemporaryName = ".searchnews.tmp";

    private const string Extension = ".md";

    // In ordinal order: of two files with one id, the first is the article.
    private static readonly string[] Extensions = [".markdown", Extension];

    // What Linux, macOS and Windows file systems take.
    private const int MaxNameBytes = 255;

    /// <summary>Names the folder.</summary>
    public SourceFiles(string root) => Root = Path.GetFullPath(root);

    /// <summary>The folder's absolute path.</summary>
    public string Root { get; }

    /// <summary>Checks that an id names a file that may be written.</summary>
    /// <exception cref="InvalidRequestException">It does not.</exception>
    public void Check(string id)
    {
        if (ArticleId.Problem(id, ArticleLimits.Default) is { } problem) throw Invalid($"The id is not valid: {problem}.");
        string[] names = id.Split('/');
        if (names.Any(n => n.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)) throw Invalid("The id has a character that no file name may have here.");
        if (names.Any(n => Encoding.UTF8.GetByteCount(n) > MaxNameBytes - Extensions[0].Length)) throw Invalid($"A part of the id is longer than {MaxNameBytes - Extensions[0].Length} bytes.");
        string folder = Root;
        foreach (string name in names.SkipLast(1))
        {
            folder = Path.Combine(folder, name);
            var info = new DirectoryInfo(folder);
            if (info.Exists && info.Attributes.HasFlag(FileAttributes.ReparsePoint)) throw Invalid($"'{name}' is a link in the source folder; links are not followed.");
            if (!info.Exists && Path.Exists(folder)) throw Invalid($"'{name}' is a file in the source folder, not a folder.");
        }
    }

    /// <summary>The files of an id, paths below the folder, the one that is the article first.</summary>
    /// <param name="id">A checked id.</param>
    /// <param name="known">The path that the index remembers, or null.</param>
    /// <exception cref="InvalidRequestException">One of them is no regular file.</exception>
    public string[] Find(string id, string? known)
    {
        IEnumerable<string> candidates = Extensions.Select(extension => id + extension);
        if (known is not null) candidates = candidates.Append(known);
        string[] found = [.. candidates.Distinct(StringComparer.Ordinal).Where(p => Path.Exists(FullPath(p)) || IsLink(p)).Order(StringComparer.Ordinal)];
        foreach (string path in found)
        {
            if (IsLink(path) || Directory.Exists(FullPath(path))) throw Invalid("A link or a folder has the name of the article's file.");
        }

        return found;
    }

    /// <summary>Writes a file; durable when it returns. Killed before, the old file is there, or none.</summary>
    /// <param name="path">Path below the folder.</param>
    /// <param name="content">All of it.</param>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        string target = FullPath(path);
        string folder = Path.GetDirectoryName(target)!;
        CreateFolder(folder);
        string temporary = Path.Combine(folder, TemporaryName);
        using (SafeFileHandle handle = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(handle, content, 0);
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(handle, File.GetUnixFileMode(target));
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(temporary, target, overwrite: true);
        FolderSync.Sync(folder);
    }

    /// <summary>Deletes files; durable when it returns.</summary>
    public void Delete(IReadOnlyCollection<string> paths)
    {
        foreach (string path in paths) File.Delete(FullPath(path));
        if (paths.Count > 0) FolderSync.Sync(Path.GetDirectoryName(FullPath(paths.First()))!);
    }

    /// <summary>The path that a new article is written to.</summary>
    public static string PathOf(string id) => id + Extension;

    private static InvalidRequestException Invalid(string message) => new("id", message);

    private bool IsLink(string path) => new FileInfo(FullPath(path)) is { LinkTarget: not null };

    private string FullPath(string path) => Path.Combine(Root, path);

    private void CreateFolder(string folder)
    {
        // From the top down, so that each new entry is durable before something hangs on it.
        var missing = new Stack<string>();
        for (string at = folder; at.Length > Root.Length && !Directory.Exists(at); at = Path.GetDirectoryName(at)!) missing.Push(at);
        while (missing.TryPop(out string? next))
        {
            Directory.CreateDirectory(next);
            FolderSync.Sync(Path.GetDirectoryName(next)!);
        }
    }
}
