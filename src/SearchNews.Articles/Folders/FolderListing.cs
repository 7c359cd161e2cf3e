using System.IO.Enumeration;
using System.Security;
using System.Text;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Folders;

/// <summary>What one folder of a scan has, without what is in the folders below. Made by one thread.</summary>
internal sealed class FolderListing
{
    private static readonly EnumerationOptions Options = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    private readonly string _root;
    private readonly ArticleLimits _limits;

    private FolderListing(string root, ArticleLimits limits)
    {
        _root = root;
        _limits = limits;
        Found = new ArticleEntries(root);
    }

    /// <summary>Article files, in the order of the file system.</summary>
    public ArticleEntries Found { get; }

    /// <summary>What was skipped.</summary>
    public List<ArticleDiagnostic> Diagnostics { get; } = [];

    /// <summary>Folders to be listed next, relative to the root.</summary>
    public List<string> Folders { get; } = [];

    /// <summary>Links passed over.</summary>
    public int Links { get; private set; }

    /// <summary>Pipes, sockets and devices passed over that have the name of an article.</summary>
    public int NonRegular { get; private set; }

    /// <summary>Lists the root.</summary>
    /// <param name="root">Full path.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">It cannot be listed.</exception>
    public static FolderListing Of(string root, ArticleLimits limits, CancellationToken cancellationToken)
    {
        var listing = new FolderListing(root, limits);
        listing.List("", cancellationToken);
        return listing;
    }

    /// <summary>Lists a folder below the root; one that cannot be listed is a diagnostic.</summary>
    public static FolderListing Below(string root, string relative, ArticleLimits limits, CancellationToken cancellationToken)
    {
        var listing = new FolderListing(root, limits);
        try
        {
            listing.List(relative + "/", cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            // Also the fate of a folder whose name is not Unicode: it cannot be named, so it is not found.
            listing.Skip(relative, DiagnosticCode.FolderUnreadable, "the folder cannot be listed; check that it exists and its permissions and name");
        }

        return listing;
    }

    /// <summary>The diagnostic of a file or folder that is skipped.</summary>
    public static ArticleDiagnostic Skipped(string path, string code, string message) => new(path, 1, 1, code, DiagnosticSeverity.Error, message);

    // The prefix stands before the names of a folder in paths relative to the root: empty, or the folder and a slash.
    private void List(string prefix, CancellationToken cancellationToken)
    {
        var items = new FileSystemEnumerable<Item>(Path.Join(_root, prefix), ToItem, Options);
        foreach (Item item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (item.IsLink)
                Links++;
            else if (item.IsFolder)
                AddFolder(prefix + item.Name);
            else if (ArticleId.IsArticleFileName(item.Name))
                AddFile(prefix + item.Name, item);
        }
    }

    private void AddFolder(string relative)
    {
        // No id below could be valid; this also bounds how deep a scan goes.
        if (Encoding.UTF8.GetByteCount(relative) >= _limits.IdBytes)
            Skip(relative, DiagnosticCode.NameTooLong, $"the path of this folder has {_limits.IdBytes} bytes or more; no article in it can be read");
        else
            Folders.Add(relative);
    }

    private void AddFile(string relative, Item item)
    {
        // .NET shows bytes that are not UTF-8 as U+FFFD, and then finds no such file.
        if (item.Name.Contains('\uFFFD', StringComparison.Ordinal) && !File.Exists(FullPath(relative)))
        {
            Skip(relative, DiagnosticCode.NameInvalid, "the name is not valid UTF-8 or the file is gone; rename the file");
            return;
        }

        // What has bytes and is no link or folder is a regular file: pipes, sockets and devices have none. So a great folder is listed without asking twice about each file.
        if (item.Size == 0 && FileType.Of(FullPath(relative), item.Size) == FileKind.NotRegular)
        {
            NonRegular++;
            return;
        }

        string id = ArticleId.FromPath(relative);
        if (ArticleId.Problem(id, _limits) is { } problem)
        {
            bool length = ArticleId.Problem(id, _limits with { IdBytes = int.MaxValue }) is null;
            Skip(relative, length ? DiagnosticCode.NameTooLong : DiagnosticCode.NameInvalid, problem + "; rename the file");
            return;
        }

        Found.Add(relative, item.Size, item.ModifiedAt);
    }

    private string FullPath(string relative) => Path.Join(_root, relative);

    private void Skip(string path, string code, string message) => Diagnostics.Add(Skipped(path, code, message));

    private static Item ToItem(ref FileSystemEntry entry) => new(
        entry.FileName.ToString(),
        entry.IsDirectory,
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        entry.Length,
        entry.LastWriteTimeUtc);

    /// <summary>What the file system says of one name.</summary>
    private readonly record struct Item(string Name, bool IsFolder, bool IsLink, long Size, DateTimeOffset ModifiedAt);
}
