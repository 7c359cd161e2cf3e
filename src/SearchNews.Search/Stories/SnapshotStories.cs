using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Stories;

/// <summary>
/// The stories of a commit by document. A story of two articles or more has a number; every other article is a story by itself. Immutable but for what is remembered of
/// answers; thread-safe. Takes four bytes a document, and about twelve and its id's length for each document of a numbered story.
/// </summary>
internal sealed class SnapshotStories
{
    /// <summary>Stands for the story of an article that is alone.</summary>
    public const int Alone = -1;

    private readonly int[] _storyOf;

    // Those of story i are _docs[_starts[i].._starts[i + 1]], the first article first.
    private readonly int[] _starts;
    private readonly int[] _docs;
    private readonly StoryInfo?[] _infos;

    private SnapshotStories(int[] storyOf, int[] starts, int[] docs, int articles)
    {
        _storyOf = storyOf;
        _starts = starts;
        _docs = docs;
        _infos = new StoryInfo?[starts.Length - 1];
        Count = articles - docs.Length + Numbered;
    }

    /// <summary>How many stories there are, those of one article counted.</summary>
    public long Count { get; }

    /// <summary>How many stories have two articles or more: they are numbered from 0.</summary>
    public int Numbered => _starts.Length - 1;

    /// <summary>Reads the stories that a commit names.</summary>
    /// <exception cref="CorruptIndexException">They are damaged, or not those of this commit.</exception>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static SnapshotStories Read(IndexDirectory directory, DirectoryReader reader)
    {
        string file = StoryFiles.NameIn(reader.Commit);
        IReadOnlyList<string[]> stories = StoryGroupsFormat.Read(directory, file);
        var storyOf = new int[reader.MaxDoc];
        Array.Fill(storyOf, Alone);
        var starts = new int[stories.Count + 1];
        var docs = new List<int>();
        for (int story = 0; story < stories.Count; story++)
        {
            foreach (string id in stories[story])
            {
                int doc = ArticleIds.Find(reader, Encoding.UTF8.GetBytes(id));
                if (doc < 0) throw new CorruptIndexException($"article '{id}' of a story is not in the index", file, 0);
                if (storyOf[doc] != Alone) throw new CorruptIndexException($"article '{id}' is in two stories", file, 0);
                storyOf[doc] = story;
                docs.Add(doc);
            }

            starts[story + 1] = docs.Count;
        }

        return new SnapshotStories(storyOf, starts, [.. docs], reader.NumDocs);
    }

    /// <summary>The number of a document's story, or <see cref="Alone"/>.</summary>
    public int StoryOf(int doc) => _storyOf[doc];

    /// <summary>The documents of a numbered story, its first article first.</summary>
    public ReadOnlySpan<int> DocsOf(int story) => _docs.AsSpan(_starts[story].._starts[story + 1]);

    /// <summary>The first article of a document's story, which gives the story its id.</summary>
    public int FirstOf(int doc) => _storyOf[doc] == Alone ? doc : _docs[_starts[_storyOf[doc]]];

    /// <summary>Figures of them.</summary>
    public StoryStatistics ToStatistics()
    {
        int largest = 0;
        for (int story = 0; story < Numbered; story++) largest = Math.Max(largest, DocsOf(story).Length);
        return new StoryStatistics(Count, Numbered, _docs.Length, largest);
    }

    /// <summary>What answers say of a numbered story; made when first asked for.</summary>
    public StoryInfo InfoOf(int story, Func<int, StoryInfo> make) => _infos[story] ??= make(story);
}
