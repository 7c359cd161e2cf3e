using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search;
using SearchNews.Search.Generations;
using SearchNews.Search.Stories;

namespace SearchNews.Cli;

/// <summary>The live generation opened with the engine alone, for commands that look inside it.</summary>
internal sealed class LiveIndex
{
    private LiveIndex(Generation generation, DirectoryReader reader, StoryStatistics? stories, IReadOnlyDictionary<string, long> files)
    {
        Stories = stories;
        Generation = generation;
        Reader = reader;
        Files = files;
    }

    /// <summary>The generation.</summary>
    public Generation Generation { get; }

    /// <summary>Its reader.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>Figures of its stories; null for an index of something else.</summary>
    public StoryStatistics? Stories { get; }

    /// <summary>Length of each of its files in bytes.</summary>
    public IReadOnlyDictionary<string, long> Files { get; }

    /// <summary>Opens it. The index folder may also be a plain Lucene directory, such as one that Apache Lucene wrote.</summary>
    /// <exception cref="BackendUnavailableException">There is no index.</exception>
    public static LiveIndex Open(CommandContext context)
    {
        Generation generation = Find(context.Store);
        using var directory = new FileSystemDirectory(generation.Path);
        DirectoryReader reader = OpenReader(directory);
        return new LiveIndex(generation, reader, StoryVerifier.Verify(directory, reader), directory.ListAll().ToDictionary(name => name, directory.FileLength, StringComparer.Ordinal));
    }

    /// <summary>Opens a Lucene directory.</summary>
    /// <exception cref="CorruptIndexException">Damaged; a file that the commit names and that is not there counts as that.</exception>
    public static DirectoryReader OpenReader(FileSystemDirectory directory)
    {
        try
        {
            return DirectoryReader.Open(directory);
        }
        catch (FileNotFoundException e) when (e is not IndexNotFoundException)
        {
            throw new CorruptIndexException("the file is missing", Path.GetFileName(e.FileName ?? "a file"), 0, e);
        }
    }

    /// <summary>The live generation, or the folder itself when it is a Lucene directory.</summary>
    public static Generation Find(GenerationStore store)
    {
        if (store.FindLive() is { } live) return live;
        if (Directory.Exists(store.Root) && Directory.EnumerateFiles(store.Root, "segments_*").Any()) return new Generation(0, store.Root);
        throw new BackendUnavailableException($"There is no index in '{store.Root}'; build one with 'searchnews index rebuild FOLDER'.");
    }
}
