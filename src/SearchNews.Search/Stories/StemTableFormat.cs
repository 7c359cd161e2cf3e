using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Stories;

/// <summary>
/// The file <c>stories.stems</c>: how many articles had each stem when the generation was built.
/// <code>
/// Header "SearchNewsStems"
/// vInt articles
/// vInt stems
/// stems x (i32 hash, vInt articles that have it, 2 or more)     ascending by unsigned hash
/// Footer
/// </code>
/// Only writers read it.
/// </summary>
internal static class StemTableFormat
{
    private const string Name = "SearchNewsStems";
    private const int Version = 0;

    // A hash and a count.
    private const int MinStemLength = 5;

    /// <summary>Writes the file, and makes it durable once the folder is.</summary>
    public static void Write(IndexDirectory directory, StemTable table)
    {
        using (IndexOutput output = directory.CreateOutput(StoryFiles.Stems))
        {
            StoryFiles.WriteHeader(output, Name, Version);
            output.WriteVInt(table.DocCount);
            output.WriteVInt(table.Count);
            foreach ((uint stem, int docFreq) in table.DocFreqs())
            {
                output.WriteInt32((int)stem);
                output.WriteVInt(docFreq);
            }

            StoryFiles.WriteFooter(output);
        }

        directory.Sync([StoryFiles.Stems]);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static StemTable Read(IndexDirectory directory)
    {
        IndexInput input = StoryFiles.Open(directory, StoryFiles.Stems, Name, Version);
        int articles = input.ReadVInt("articles", int.MaxValue);
        int count = input.ReadVInt("number of stems", input.Remaining / MinStemLength);
        var docFreqs = new KeyValuePair<uint, int>[count];
        long last = -1;
        for (int i = 0; i < count; i++)
        {
            long at = input.Position;
            uint stem = (uint)input.ReadInt32();
            if (stem <= last) throw new CorruptIndexException($"stem {stem:X8} comes after {last:X8}", StoryFiles.Stems, at);
            int docFreq = input.ReadVInt("articles that have a stem", articles);
            if (docFreq < 2) throw new CorruptIndexException($"stem {stem:X8} of {docFreq} articles", StoryFiles.Stems, at);
            docFreqs[i] = KeyValuePair.Create(stem, docFreq);
            last = stem;
        }

        StoryFiles.CheckEnd(input);
        return new StemTable(articles, docFreqs);
    }
}
