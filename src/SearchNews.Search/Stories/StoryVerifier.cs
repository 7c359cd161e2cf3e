using System.Globalization;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Stories;

/// <summary>Checks the stories of a generation, for <c>index verify</c> and after a build.</summary>
public static class StoryVerifier
{
    /// <summary>Reads the files of stories, and compares them with the articles. An index of another schema, or of something else, has none and is sound.</summary>
    /// <param name="directory">The generation.</param>
    /// <param name="reader">Its last commit.</param>
    /// <returns>Figures of the stories; null when there are none.</returns>
    /// <exception cref="CorruptIndexException">A file is damaged, missing, or not of this commit.</exception>
    public static StoryStatistics? Verify(IndexDirectory directory, DirectoryReader reader)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.CommitUserData.GetValueOrDefault(ArticleSchema.VersionKey) != ArticleSchema.Version.ToString(CultureInfo.InvariantCulture)) return null;
        try
        {
            _ = StemTableFormat.Read(directory);
            return SnapshotStories.Read(directory, reader).ToStatistics();
        }
        catch (FileNotFoundException e)
        {
            throw new CorruptIndexException("the file is missing", Path.GetFileName(e.FileName ?? "a file"), 0, e);
        }
    }
}
