using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.FrontMatter;
using SearchNews.Articles.Text;

namespace SearchNews.Articles.Binding;

/// <summary>
/// Binds the tokens of one front matter to an <see cref="ArticleDraft"/>. Unknown keys, `secured` among them, are passed over
/// without a look at their values. Used by one thread, once.
/// </summary>
internal sealed class ArticleBinder(FrontMatterCursor cursor, DiagnosticBag diagnostics)
{
    private readonly ValueReader _values = new(cursor, diagnostics);

    /// <summary>Reads all tokens. Values of the wrong form become diagnostics.</summary>
    /// <exception cref="FrontMatterException">The text is not YAML, breaks a limit or is not a map.</exception>
    public void Bind(ArticleDraft draft)
    {
        if (!cursor.Read())
            return;
        if (cursor.Token == FrontMatterToken.MapStart)
            BindMap(draft);
        else if (!cursor.IsNull)
            throw new FrontMatterException(DiagnosticCode.YamlNotAMap, cursor.Offset, "the front matter must be `key: value` lines");

        // To the end, for what follows must be YAML too.
        while (cursor.Read())
        {
        }
    }

    private void BindMap(ArticleDraft draft)
    {
        while (cursor.ReadKey(out string key))
        {
            switch (key)
            {
                case "category": draft.Category = _values.Label(key); break;
                case "title": draft.Title = _values.SearchedText(key); break;
                case "excerpt": draft.Excerpt = _values.SearchedText(key); break;
                case "publishedDateTime": draft.PublishedAt = _values.Date(key); break;
                case "updatedDateTime": draft.UpdatedAt = _values.Date(key); break;
                case "originalUrl": draft.OriginalUrl = _values.Address(key); break;
                case "webUrl": draft.WebUrl = _values.Address(key); break;
                case "ampWebUrl": draft.AmpWebUrl = _values.Address(key); break;
                case "cdnAmpWebUrl": draft.CdnAmpWebUrl = _values.Address(key); break;
                case "type": draft.Type = _values.Label(key); break;
                case "quality": draft.Quality = _values.Number(key); break;
                case "heat": draft.Heat = _values.Number(key); break;
                case "published": draft.Published = _values.Boolean(key); break;
                case "removed": draft.Removed = _values.Removed(key); break;
                case "provider": draft.Provider = Provider(key); break;
                case "topics": draft.Topics = Topics(key); break;
                case "images": draft.Images = Images(key); break;
                case "related": draft.Related = Related(key); break;
                default: cursor.Skip(); break;
            }
        }
    }

    private ArticleProvider? Provider(string key)
    {
        if (!_values.EntersMap(key))
            return null;
        string? name = null;
        string? domain = null;
        while (cursor.ReadKey(out string inner))
        {
            switch (inner)
            {
                case "name": name = _values.CleanText("provider name"); break;
                case "domain": domain = _values.Label("provider domain"); break;
                default: cursor.Skip(); break;
            }
        }

        return name is null && domain is null ? null : new ArticleProvider(name, domain);
    }

    private IReadOnlyList<string> Topics(string key)
    {
        if (!_values.EntersList(key))
            return [];
        var topics = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (cursor.ReadItem())
        {
            if (_values.Label("topic") is { } topic && seen.Add(topic))
                topics.Add(topic);
        }

        return [.. topics];
    }

    private IReadOnlyList<ArticleImage> Images(string key)
    {
        if (!_values.EntersList(key))
            return [];
        var images = new List<ArticleImage>();
        while (cursor.ReadItem())
        {
            int offset = cursor.Offset;
            if (!_values.EntersMap("image"))
                continue;
            if (Image() is { } image)
                images.Add(image);
            else
                diagnostics.Warn(DiagnosticCode.ImageWithoutUrl, offset, "an image without a usable url is left out");
        }

        return [.. images];
    }

    private ArticleImage? Image()
    {
        string? url = null;
        int? width = null;
        int? height = null;
        bool? isCached = null;
        while (cursor.ReadKey(out string key))
        {
            switch (key)
            {
                case "url": url = _values.Address("image url"); break;
                case "width": width = _values.Pixels("image width"); break;
                case "height": height = _values.Pixels("image height"); break;
                case "isCached": isCached = _values.Boolean("image isCached"); break;
                default: cursor.Skip(); break;
            }
        }

        return url is null ? null : new ArticleImage(url, width, height, isCached);
    }

    private IReadOnlyList<RelatedArticle> Related(string key)
    {
        if (!_values.EntersList(key))
            return [];
        var related = new List<RelatedArticle>();
        while (cursor.ReadItem())
        {
            if (_values.EntersMap("related article"))
                related.Add(RelatedItem());
        }

        return [.. related];
    }

    private RelatedArticle RelatedItem()
    {
        string? title = null;
        string? webUrl = null;
        DateTimeOffset? publishedAt = null;
        while (cursor.ReadKey(out string key))
        {
            switch (key)
            {
                case "title": title = _values.CleanText("related title"); break;
                case "webUrl": webUrl = _values.Address("related webUrl"); break;
                case "publishedDateTime": publishedAt = _values.Date("related publishedDateTime"); break;
                default: cursor.Skip(); break;
            }
        }

        return new RelatedArticle(title, webUrl, publishedAt);
    }
}
