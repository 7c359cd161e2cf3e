using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Stories;

/// <summary>
/// The file <c>stories_N</c>: the stories of two articles or more.
/// <code>
/// Header "SearchNewsStories"
/// vInt stories
/// stories x (vInt others, str id of the first article, others x str id, ascending)     by id of the first article, ascending; others is 1 to 49
/// Footer
/// </code>
/// Ordinal order of UTF-16 units. Every id is in the commit, once.
/// </summary>
internal static class StoryGroupsFormat
{
    private const string Name = "SearchNewsStories";
    private const int Version = 0;

    // A count and two ids of one character.
    private const int MinStoryLength = 5;

    /// <summary>Writes a file, and makes it durable once the folder is.</summary>
    public static void Write(IndexDirectory directory, string file, StoryGroups groups)
    {
        SortedDictionary<string, List<string>> stories = groups.ToStories();
        using (IndexOutput output = directory.CreateOutput(file))
        {
            StoryFiles.WriteHeader(output, Name, Version);
            output.WriteVInt(stories.Count);
            foreach ((string first, List<string> others) in stories)
            {
                output.WriteVInt(others.Count);
                output.WriteString(first);
                foreach (string id in others) output.WriteString(id);
            }

            StoryFiles.WriteFooter(output);
        }

        directory.Sync([file]);
    }

    /// <summary>Reads a file: the ids of each story, the first one first.</summary>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static IReadOnlyList<string[]> Read(IndexDirectory directory, string file)
    {
        IndexInput input = StoryFiles.Open(directory, file, Name, Version);
        var stories = new string[input.ReadVInt("number of stories", input.Remaining / MinStoryLength)][];
        for (int i = 0; i < stories.Length; i++)
        {
            long at = input.Position;
            int others = input.ReadVInt("articles of a story", StoryRule.MaxSize - 1);
            if (others == 0) throw new CorruptIndexException("a story of one article", file, at);
            string[] ids = stories[i] = new string[others + 1];
            for (int j = 0; j < ids.Length; j++) ids[j] = input.ReadString();
        }

        StoryFiles.CheckEnd(input);
        return stories;
    }

    /// <summary>Reads a file as groups that can be changed.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static StoryGroups ReadGroups(IndexDirectory directory, string file)
    {
        var groups = new StoryGroups();
        foreach (string[] story in Read(directory, file))
        {
            for (int i = 1; i < story.Length; i++) groups.Set(story[i], story[0]);
        }

        return groups;
    }
}
