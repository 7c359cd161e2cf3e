using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Generations;

/// <summary>
/// The index folder: generations beside each other, and <c>CURRENT</c> that names the live one. Reading is safe at any time from any process; creating,
/// switching and pruning need the <see cref="WriterLock"/>. Only folders named <c>g</c> and digits are ever deleted.
/// </summary>
public sealed class GenerationStore
{
    /// <summary>Opens the index folder; it need not exist yet.</summary>
    public GenerationStore(string root) => Root = Path.GetFullPath(root);

    /// <summary>The folder's absolute path.</summary>
    public string Root { get; }

    /// <summary>The articles read when no other folder is named.</summary>
    public string DefaultSource => Path.Combine(Root, "articles");

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

    /// <summary>Creates the folder of the next generation, numbered above all there are.</summary>
    public Generation CreateNext()
    {
        Directory.CreateDirectory(Root);
        IReadOnlyList<Generation> existing = List();
        long number = existing.Count == 0 ? 1 : existing[^1].Number + 1;
        var next = new Generation(number, Path.Combine(Root, Generation.NameOf(number)));
        Directory.CreateDirectory(next.Path);
        FolderSync.Sync(Root);
        return next;
    }

    /// <summary>Makes a generation live; durable when it returns. Its own files must have been synced before.</summary>
    public void Switch(Generation generation) => CurrentFile.Write(Root, generation.Name);

    /// <summary>Deletes a generation's folder.</summary>
    public static void Delete(Generation generation) => Directory.Delete(generation.Path, recursive: true);

    /// <summary>
    /// Deletes what is no longer wanted: generations above the live one (a rebuild that was killed left them) and the oldest below, so that the live one and
    /// the <paramref name="keep"/> - 1 before it stay. Returns the names of those deleted.
    /// </summary>
    /// <param name="keep">Generations that stay, the live one counted; 1 or more.</param>
    public IReadOnlyList<string> Prune(int keep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        if (FindLive() is not { } live) return DeleteAll(List());
        IReadOnlyList<Generation> all = List();
        IEnumerable<Generation> older = all.Where(g => g.Number < live.Number).SkipLast(keep - 1);
        IEnumerable<Generation> unfinished = all.Where(g => g.Number > live.Number);
        return DeleteAll([.. older, .. unfinished]);
    }

    private static string[] DeleteAll(IReadOnlyList<Generation> generations)
    {
        foreach (Generation generation in generations) Delete(generation);
        return [.. generations.Select(g => g.Name)];
    }
}
