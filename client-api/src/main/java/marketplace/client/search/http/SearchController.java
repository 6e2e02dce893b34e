package marketplace.client.search.http;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import marketplace.client.search.Searches;
import marketplace.service.http.Problem;

/** Where clients search. */
@Controller("/product_info")
@Tag(name = "search")
final class SearchController {
    private final Searches searches;

    SearchController(final Searches searches) {
        this.searches = searches;
    }

    @Get
    @Operation(
            operationId = "get_product_info",
            summary = "Searches for products",
            description = "Whatever the case of the words, ё as е, typos forgiven. Words in the name count before words"
                    + " in the description. Products that are banned are not found. Every search without a cursor is"
                    + " recorded; a page that goes on with one belongs to the same search.")
    @ApiResponse(
            responseCode = "200",
            description = "What was found.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProductPage.class)))
    @ApiResponse(
            responseCode = "422",
            description = "A parameter is wrong: `errors` says which.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "The search does not answer now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    CompletionStage<ProductPage> search(@RequestBean final SearchForm form) {
        return searches.search(form.search(), form.client()).thenApply(ProductPage::of);
    }
}
