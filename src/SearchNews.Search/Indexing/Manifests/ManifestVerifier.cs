using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>Checks the one file of a generation that is not Lucene's, for <c>index verify</c>.</summary>
public static class ManifestVerifier
{
    /// <summary>Checks the manifest of a generation, if it has one; a generation without is sound.</summary>
    /// <exception cref="CorruptIndexException">The manifest is damaged. Searches do without it, and the next update writes it anew.</exception>
    public static void Verify(IndexDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (!directory.ListAll().Contains(ManifestFormat.FileName, StringComparer.Ordinal) || ManifestReader.IsSound(directory)) return;
        throw new CorruptIndexException("its checksum is wrong; searches do without it, and 'searchnews index update' writes it anew", ManifestFormat.FileName, 0);
    }
}
