using System.IO.Enumeration;
using System.Security;
using System.Text;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Folders;

/// <summary>
/// A folder of articles, read recursively: `*.md` and `*.markdown`. Links are not followed, so a scan ends whatever links to
/// what; non-regular files are not opened. Each scan looks anew. Safe to share.
/// </summary>
public sealed class ArticleFolder
{
    private static readonly EnumerationOptions Options = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    private readonly ArticleLimits _limits;

    /// <summary>Names a folder; it is looked at by <see cref="Scan"/> only.</summary>
    /// <param name="root">The folder; a link to one is followed, for the owner named it.</param>
    /// <param name="limits">Limits, or null for the default ones.</param>
    public ArticleFolder(string root, ArticleLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        Root = Path.GetFullPath(root);
        _limits = (limits ?? ArticleLimits.Default).Validated();
    }

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>Lists the articles. Reads no file.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    /// <exception cref="IOException">The folder cannot be listed. For folders further down that is a diagnostic.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ArticleFolderScan Scan(CancellationToken cancellationToken = default) =>
        new ScanState(Root, _limits, cancellationToken).Run();

    /// <summary>What the file system says of one name.</summary>
    private readonly record struct Item(string Name, bool IsFolder, bool IsLink, long Size, DateTimeOffset ModifiedAt);

    /// <summary>One scan. Used by one thread.</summary>
    private sealed class ScanState(string root, ArticleLimits limits, CancellationToken cancellationToken)
    {
        private readonly List<ArticleEntry> _found = [];
        private readonly List<ArticleDiagnostic> _diagnostics = [];
        private readonly Stack<string> _folders = new();
        private int _links;
        private int _nonRegular;

        public ArticleFolderScan Run()
        {
            List(root, "");
            while (_folders.TryPop(out string? relative))
            {
                try
                {
                    List(Path.Combine(root, relative), relative + "/");
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
                {
                    // Also the fate of a folder whose name is not Unicode: it cannot be named, so it is not found.
                    Skip(relative, DiagnosticCode.FolderUnreadable, "the folder cannot be listed; check that it exists and its permissions and name");
                }
            }

            List<ArticleEntry> entries = WithoutDuplicates();
            _diagnostics.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
            return new ArticleFolderScan(entries, _diagnostics, _links, _nonRegular);
        }

        private void List(string folder, string prefix)
        {
            var items = new FileSystemEnumerable<Item>(folder, ToItem, Options);
            foreach (Item item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (item.IsLink)
                    _links++;
                else if (item.IsFolder)
                    AddFolder(prefix + item.Name);
                else if (ArticleId.IsArticleFileName(item.Name))
                    AddFile(folder, prefix + item.Name, item);
            }
        }

        private void AddFolder(string relative)
        {
            // No id below could be valid; this also bounds how deep a scan goes.
            if (Encoding.UTF8.GetByteCount(relative) >= limits.IdBytes)
                Skip(relative, DiagnosticCode.NameTooLong, $"the path of this folder has {limits.IdBytes} bytes or more; no article in it can be read");
            else
                _folders.Push(relative);
        }

        private void AddFile(string folder, string relative, Item item)
        {
            string full = Path.Combine(folder, item.Name);

            // .NET shows bytes that are not UTF-8 as U+FFFD, and then finds no such file.
            if (item.Name.Contains('\uFFFD', StringComparison.Ordinal) && !File.Exists(full))
            {
                Skip(relative, DiagnosticCode.NameInvalid, "the name is not valid UTF-8 or the file is gone; rename the file");
                return;
            }

            // What has bytes and is no link or folder is a regular file: pipes, sockets and devices have none. So a great folder is listed without asking twice about each file.
            if (item.Size == 0 && FileType.Of(full, item.Size) == FileKind.NotRegular)
            {
                _nonRegular++;
                return;
            }

            string id = ArticleId.FromPath(relative);
            if (ArticleId.Problem(id, limits) is { } problem)
            {
                bool length = ArticleId.Problem(id, limits with { IdBytes = int.MaxValue }) is null;
                Skip(relative, length ? DiagnosticCode.NameTooLong : DiagnosticCode.NameInvalid, problem + "; rename the file");
                return;
            }

            _found.Add(new ArticleEntry(id, relative, full, item.Size, item.ModifiedAt));
        }

        private List<ArticleEntry> WithoutDuplicates()
        {
            _found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
            var first = new Dictionary<string, string>(_found.Count, StringComparer.Ordinal);
            var entries = new List<ArticleEntry>(_found.Count);
            foreach (ArticleEntry entry in _found)
            {
                if (first.TryAdd(entry.Id, entry.Path))
                    entries.Add(entry);
                else
                    Skip(entry.Path, DiagnosticCode.DuplicateId, $"the file has the same id as {DiagnosticText.Escape(first[entry.Id])}; rename one of them");
            }

            return entries;
        }

        private void Skip(string path, string code, string message) =>
            _diagnostics.Add(new ArticleDiagnostic(path, 1, 1, code, DiagnosticSeverity.Error, message));

        private static Item ToItem(ref FileSystemEntry entry) => new(
            entry.FileName.ToString(),
            entry.IsDirectory,
            entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            entry.Length,
            entry.LastWriteTimeUtc);
    }
}
