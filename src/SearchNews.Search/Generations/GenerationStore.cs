using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Generations;

/// <summary>
/// The index folder: generations beside each other, and <c>CURRENT</c> that names the live one. Reading is safe at any time from any process; creating,
/// switching and pruning need the <see cref="WriterLock"/>. Only folders named <c>g</c> and digits are ever deleted.
/// </summary>
public sealed class GenerationStore
{
    /// <summary>An empty file in the folder of a generation that was never live.</summary>
    private const string UnfinishedName = "unfinished";

    private readonly Func<string, IndexDirectory> _open;

    /// <summary>Opens the index folder; it need not exist yet.</summary>
    public GenerationStore(string root)
        : this(root, path => new FileSystemDirectory(path))
    {
    }

    /// <summary>All that is written in the index folder goes through directories that <paramref name="open"/> gives for a folder, which it creates when it is missing.</summary>
    internal GenerationStore(string root, Func<string, IndexDirectory> open)
    {
        Root = Path.GetFullPath(root);
        _open = open;
    }

    /// <summary>The folder's absolute path.</summary>
    public string Root { get; }

    /// <summary>The articles read when no other folder is named.</summary>
    public string DefaultSource => Path.Combine(Root, "articles");

    /// <summary>The files of a generation.</summary>
    public IndexDirectory OpenDirectory(Generation generation) => _open(generation.Path);

    /// <summary>The live generation, or null when none was ever completed.</summary>
    /// <exception cref="CorruptIndexException"><c>CURRENT</c> is damaged or names a generation that is not there.</exception>
    public Generation? FindLive()
    {
        string? name = CurrentFile.Read(Root);
        if (name is null || !Generation.TryParseName(name, out long number)) return null;
        var live = new Generation(number, Path.Combine(Root, name));
        if (!Directory.Exists(live.Path)) throw new CorruptIndexException($"generation '{name}' is live but its folder is missing; rebuild the index", CurrentFile.Name, 0);
        return live;
    }

    /// <summary>
    /// The source folder that the live generation was made from; when that one cannot be read, the one before; <see cref="DefaultSource"/> when there is no telling.
    /// </summary>
    public string FindSource()
    {
        Generation? live = TryFindLive(out _);
        foreach (Generation generation in ListComplete().Reverse().OrderByDescending(g => g == live))
        {
            try
            {
                using IndexDirectory directory = OpenDirectory(generation);
                if (SegmentInfos.ReadLatest(directory).UserData.GetValueOrDefault(ArticleSchema.SourceKey) is { } source) return source;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Damaged: the next may tell.
                continue;
            }
        }

        return DefaultSource;
    }

    /// <summary>All generation folders, oldest first, complete or not.</summary>
    public IReadOnlyList<Generation> List()
    {
        if (!Directory.Exists(Root)) return [];
        var generations = new List<Generation>();
        foreach (string path in Directory.EnumerateDirectories(Root))
        {
            if (Generation.TryParseName(Path.GetFileName(path), out long number)) generations.Add(new Generation(number, path));
        }

        generations.Sort((a, b) => a.Number.CompareTo(b.Number));
        return generations;
    }

    /// <summary>Creates the folder of the next generation, numbered above all there are. It counts as unfinished until it is switched to.</summary>
    public Generation CreateNext()
    {
        using IndexDirectory root = _open(Root);
        IReadOnlyList<Generation> existing = List();
        long number = existing.Count == 0 ? 1 : existing[^1].Number + 1;
        var next = new Generation(number, Path.Combine(Root, Generation.NameOf(number)));
        using IndexDirectory files = OpenDirectory(next);
        files.CreateOutput(UnfinishedName).Dispose();
        files.SyncMetadata();
        root.SyncMetadata();
        return next;
    }

    /// <summary>Whether a generation was never switched to: its build goes on, or was killed (perhaps before it could leave its mark in the folder).</summary>
    public static bool IsUnfinished(Generation generation) => File.Exists(MarkOf(generation)) || !Directory.EnumerateFileSystemEntries(generation.Path).Any();

    /// <summary>Makes a generation live; durable when it returns. Its own files must have been synced before.</summary>
    public void Switch(Generation generation)
    {
        using IndexDirectory root = _open(Root);
        using IndexDirectory files = OpenDirectory(generation);
        if (File.Exists(MarkOf(generation)))
        {
            files.DeleteFile(UnfinishedName);
            files.SyncMetadata();
        }

        CurrentFile.Write(root, generation.Name);
    }

    /// <summary>
    /// Switches to the newest generation before the live one in which every byte is sound. When <c>CURRENT</c> is damaged, to the newest of all that is.
    /// The generation switched away from stays until the next build goes live.
    /// </summary>
    /// <exception cref="BackendUnavailableException">There is none.</exception>
    public Generation Rollback()
    {
        Generation? live = TryFindLive(out _);
        foreach (Generation generation in ListComplete().Where(g => live is null || g.Number < live.Number).Reverse())
        {
            if (!IsSound(generation)) continue;
            Switch(generation);
            return generation;
        }

        throw new BackendUnavailableException(live is null
            ? "There is no sound generation to go back to; rebuild the index with 'searchnews index rebuild'."
            : $"There is no sound generation before '{live.Name}' to go back to; it stays live.");
    }

    /// <summary>Deletes a generation's folder.</summary>
    public static void Delete(Generation generation) => Directory.Delete(generation.Path, recursive: true);

    /// <summary>Deletes unfinished generations, which killed builds left behind. Not to be called while one is being built. Returns the names of those deleted.</summary>
    public IReadOnlyList<string> DeleteUnfinished()
    {
        Generation? live = TryFindLive(out _);
        return DeleteAll(List().Where(g => g != live && IsUnfinished(g)));
    }

    /// <summary>
    /// Deletes what is no longer wanted, so that the live generation and the <paramref name="keep"/> - 1 before it stay. Generations above
    /// the live one stay too when they are complete: somebody rolled back from them, and the next build's switch decides. A folder that cannot be deleted is left for the next time.
    /// </summary>
    /// <param name="keep">Generations that stay, the live one counted; 1 or more.</param>
    /// <param name="previous">The generation that was live before the last switch: what is between the two was rolled back from and goes. Null when that is not known.</param>
    /// <returns>The names of those deleted.</returns>
    public IReadOnlyList<string> Prune(int keep, Generation? previous = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        if (FindLive() is not { } live) return DeleteUnfinished();
        Generation[] older = [.. List().Where(g => g.Number < live.Number)];
        Generation[] abandoned = previous is null ? [] : [.. older.Where(g => g.Number > previous.Number)];
        Generation[] candidates = [.. older.Except(abandoned).Where(g => !IsUnfinished(g))];
        return [.. DeleteAll([.. abandoned, .. candidates.SkipLast(keep - 1)]).Concat(DeleteUnfinished()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The live generation, or null and why there is none.</summary>
    internal Generation? TryFindLive(out CorruptIndexException? problem)
    {
        problem = null;
        try
        {
            return FindLive();
        }
        catch (CorruptIndexException e)
        {
            problem = e;
            return null;
        }
    }

    /// <summary>The generations that were live once, oldest first.</summary>
    internal IReadOnlyList<Generation> ListComplete() => [.. List().Where(g => !IsUnfinished(g))];

    private static string MarkOf(Generation generation) => Path.Combine(generation.Path, UnfinishedName);

    private bool IsSound(Generation generation)
    {
        try
        {
            using IndexDirectory directory = OpenDirectory(generation);
            DirectoryReader reader = DirectoryReader.Open(directory);
            ArticleSchema.Check(reader.CommitUserData, generation.Name);
            IndexVerifier.Verify(reader);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BackendUnavailableException)
        {
            return false;
        }
    }

    private static string[] DeleteAll(IEnumerable<Generation> generations)
    {
        var deleted = new List<string>();
        foreach (Generation generation in generations.DistinctBy(g => g.Number).OrderBy(g => g.Number).ToArray())
        {
            try
            {
                Delete(generation);
                deleted.Add(generation.Name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A reader on a file system without delete-while-open, or foreign rights: it costs room, and the next build tries again.
                continue;
            }
        }

        return [.. deleted];
    }
}
