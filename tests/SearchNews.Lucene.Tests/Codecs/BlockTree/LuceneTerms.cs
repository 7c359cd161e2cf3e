using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>The index "bigterms", written by Apache Lucene when the first test asks: 190,000 terms in all encodings of blocks and index nodes.</summary>
public sealed class LuceneTerms : IDisposable
{
    public const string Kind = "bigterms";

    private readonly Lazy<TempFolder> _folder = new(() =>
    {
        var folder = new TempFolder();
        Oracle.Run("WriteIndex", Kind, folder.Path);
        return folder;
    });

    public string Folder => _folder.Value.Path;

    /// <summary>Opens an index of one segment.</summary>
    internal static BlockTreeTermsReader Open(IndexDirectory directory, out SegmentInfo segment, out FieldInfos fields)
    {
        segment = SegmentInfos.ReadLatest(directory).Segments.ShouldHaveSingleItem().Info;
        fields = Lucene60FieldInfosFormat.Read(directory, segment);
        return TestDictionary.Open(directory, segment, fields);
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated) _folder.Value.Dispose();
    }
}
