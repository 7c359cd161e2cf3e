using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Folders;

/// <summary>
/// A folder of articles, read recursively: `*.md` and `*.markdown`. Links are not followed, so a scan ends whatever links to
/// what; non-regular files are not opened. Each scan looks anew. Safe to share.
/// </summary>
public sealed class ArticleFolder
{
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

    /// <summary>One scan. Used by one thread, which others help where there are many folders.</summary>
    private sealed class ScanState(string root, ArticleLimits limits, CancellationToken cancellationToken)
    {
        /// <summary>Folders beside each other from which on they are listed by several threads: before that it would not pay.</summary>
        private const int ManyFolders = 8;

        private readonly ArticleEntries _found = new(root);
        private readonly List<ArticleDiagnostic> _diagnostics = [];
        private List<string> _folders = [];
        private int _links;
        private int _nonRegular;

        public ArticleFolderScan Run()
        {
            Take(FolderListing.Of(root, limits, cancellationToken));
            while (_folders.Count > 0)
            {
                List<string> folders = _folders;
                _folders = [];
                ListAll(folders);
            }

            _found.Sort();
            foreach ((ArticleEntry duplicate, ArticleEntry first) in _found.RemoveDuplicates())
                _diagnostics.Add(FolderListing.Skipped(duplicate.Path, DiagnosticCode.DuplicateId, $"the file has the same id as {DiagnosticText.Escape(first.Path)}; rename one of them"));
            _diagnostics.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
            return new ArticleFolderScan(_found, _diagnostics, _links, _nonRegular);
        }

        private void ListAll(List<string> folders)
        {
            int next = -1;
            var helpers = new Task[folders.Count < ManyFolders ? 0 : Math.Min(Environment.ProcessorCount, folders.Count) - 1];
            for (int i = 0; i < helpers.Length; i++) helpers[i] = Task.Run(ListSome, CancellationToken.None);
            try
            {
                ListSome();
            }
            finally
            {
                foreach (Task helper in helpers) helper.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
            }

            foreach (Task helper in helpers) helper.GetAwaiter().GetResult();

            void ListSome()
            {
                for (int i = Interlocked.Increment(ref next); i < folders.Count; i = Interlocked.Increment(ref next))
                {
                    FolderListing listing = FolderListing.Below(root, folders[i], limits, cancellationToken);
                    lock (_found) Take(listing);
                }
            }
        }

        // In whatever order: everything is sorted in the end.
        private void Take(FolderListing listing)
        {
            _found.Add(listing.Found);
            _diagnostics.AddRange(listing.Diagnostics);
            _folders.AddRange(listing.Folders);
            _links += listing.Links;
            _nonRegular += listing.NonRegular;
        }
    }
}
